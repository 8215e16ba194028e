package dev.hubbub.container;

import java.util.Objects;
import org.testcontainers.utility.DockerImageName;

/** The images under test, built by {@code .ci/image} and named by properties. */
final class Images {
  private static final String SERVER = "hubbub.docker.image";
  private static final String TOOLS = "hubbub.docker.tools-image";

  private Images() {}

  /** Whether both are known. */
  static boolean areNamed() {
    return System.getProperty(SERVER) != null && System.getProperty(TOOLS) != null;
  }

  /** The server alone. */
  static DockerImageName server() {
    return named(SERVER);
  }

  /** All commands. */
  static DockerImageName tools() {
    return named(TOOLS);
  }

  private static DockerImageName named(String property) {
    return DockerImageName.parse(Objects.requireNonNull(System.getProperty(property), property));
  }
}
