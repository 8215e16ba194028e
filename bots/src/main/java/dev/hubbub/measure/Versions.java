package dev.hubbub.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Versions of what a run is made of. */
final class Versions {
  private static final Map<String, String> COORDINATES =
      Map.of(
          "hubbub", "dev.hubbub/hubbub-server",
          "netty", "io.netty/netty-common",
          "jackson", "tools.jackson.core/jackson-core",
          "hdrhistogram", "org.hdrhistogram/HdrHistogram",
          "logback", "ch.qos.logback/logback-classic");

  private Versions() {}

  /** By library, from the properties that Maven leaves in every jar; those without are left out. */
  static Map<String, String> ofLibraries() {
    Map<String, String> versions = new TreeMap<>();
    COORDINATES.forEach((name, coordinates) ->
        version(coordinates).ifPresent(version -> versions.put(name, version)));
    return versions;
  }

  /**
   * The commit of the checkout that this program was built in, with {@code -dirty} when files
   * differ from it, or null outside of a checkout or without git.
   */
  static @Nullable String gitRevision() throws InterruptedException {
    Optional<Path> folder = ownFolder();
    return folder.isEmpty()
        ? null
        : CommandOutput.of(
                "git",
                "-C",
                folder.get().toString(),
                "describe",
                "--always",
                "--dirty",
                "--abbrev=40",
                "--match",
                "")
            .orElse(null);
  }

  private static Optional<String> version(String coordinates) {
    String path = "/META-INF/maven/" + coordinates + "/pom.properties";
    try (InputStream stream = Versions.class.getResourceAsStream(path)) {
      if (stream == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(stream);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> ownFolder() {
    CodeSource source = Versions.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path own = Path.of(source.getLocation().toURI());
      return Optional.ofNullable(Files.isDirectory(own) ? own : own.getParent());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
