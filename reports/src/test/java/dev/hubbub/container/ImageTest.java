package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

@NeedsEngine
class ImageTest {
  private static final String JAVA = "/opt/hubbub/runtime/bin/java";
  private static final long SERVER_BYTES_MAX = 200_000_000;

  @Test
  void the_server_is_nobody_java_is_its_first_process_and_there_is_a_probe() {
    ContainerConfig config = config(Images.server());

    assertThat(config.getUser()).isEqualTo("65532:65532");
    assertThat(config.getEntrypoint()).startsWith(JAVA, "@/opt/hubbub/jvm.options");
    assertThat(Objects.requireNonNull(config.getHealthcheck()).getTest())
        .containsExactly("CMD", "/opt/hubbub/healthcheck");
  }

  @Test
  void labels_say_of_both_images_what_they_are_and_of_which_commit() {
    for (DockerImageName image : List.of(Images.server(), Images.tools())) {
      assertThat(config(image).getLabels())
          .hasEntrySatisfying(label("version"), value -> assertThat(value).matches("\\d+\\.\\d+.*"))
          .hasEntrySatisfying(
              label("revision"), value -> assertThat(value).matches("[0-9a-f]{40}(-changed)?"))
          .hasEntrySatisfying(
              label("created"), value -> assertThat(value).matches("\\d{4}-[-\\dT:]+Z"))
          .containsEntry(label("licenses"), "Apache-2.0")
          .containsKeys(label("title"), label("description"));
    }
  }

  @Test
  void labels_lead_to_the_sources_and_the_manual_of_that_commit() {
    for (DockerImageName image : List.of(Images.server(), Images.tools())) {
      Map<String, String> labels = Objects.requireNonNull(config(image).getLabels());

      String source = Objects.requireNonNull(labels.get(label("source")));
      String revision = Objects.requireNonNull(labels.get(label("revision")));
      // Empty where the repository is nowhere else; never with a password.
      assertThat(source).matches("(https?://[^@\\s]+[^/])?");
      assertThat(labels)
          .containsEntry(label("url"), source)
          .containsEntry(label("documentation"), manual(source, revision));
    }
  }

  @Test
  void the_image_of_the_server_is_small() {
    assertThat(inspect(Images.server()).getSize()).isLessThan(SERVER_BYTES_MAX);
  }

  @Test
  void the_image_with_the_tools_stresses_a_server() {
    try (ServerContainer server = ServerContainer.start(ContainerSpec.small());
        GenericContainer<?> swarm =
            new GenericContainer<>(Images.tools())
                .withNetworkMode("host")
                .withCommand(
                    "swarm",
                    "--host=" + ServerContainer.HOST,
                    "--port=" + server.port(),
                    "--users=20",
                    "--duration=1s")
                .withStartupCheckStrategy(
                    new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(40)))) {
      swarm.start();

      assertThat(swarm.getLogs()).contains("20 users").contains("PASSED");
    }
  }

  private static String manual(String source, String revision) {
    return source.isEmpty() ? "" : source + "/blob/" + revision + "/docs/operations.md";
  }

  private static String label(String name) {
    return "org.opencontainers.image." + name;
  }

  private static ContainerConfig config(DockerImageName image) {
    return Objects.requireNonNull(inspect(image).getConfig());
  }

  private static InspectImageResponse inspect(DockerImageName image) {
    return DockerClientFactory.instance()
        .client()
        .inspectImageCmd(image.asCanonicalNameString())
        .exec();
  }
}
