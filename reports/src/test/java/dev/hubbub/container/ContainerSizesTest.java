package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.breakpoint.FleetOptions;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.measure.EnvironmentProbe;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.ContainerSize;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.SloLimits;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import picocli.CommandLine;

/**
 * What containers of several sizes carry: three sizes, or all nine with {@code
 * -Dhubbub.container.sizes=all}. The result goes into {@code target/container-sizes.json}.
 */
@NeedsEngine
class ContainerSizesTest {
  private static final Path FILE = Path.of("target", ContainerSizes.FILE);

  private final LiveProgress progress =
      LiveProgress.onStandardError(
          new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));

  @Test
  @Timeout(7_200)
  void each_size_has_its_users_and_its_rate_and_none_is_killed_for_want_of_memory()
      throws IOException, InterruptedException {
    SizePlan plan = SizePlan.named(System.getProperty("hubbub.container.sizes", "push"));
    FleetOptions users = CommandLine.populateCommand(new FleetOptions());
    OpenFilesOffer files = OpenFilesOffer.best();
    Instant startedAt = Instant.now();
    List<ContainerSize> sizes = new ArrayList<>();
    for (SizePlan.Size size : plan.sizes()) {
      sizes.add(new SizeMeasurement(plan, size, files.asked(), users, progress).run());
      ResultJson.write(result(startedAt, users, files.given(), sizes), FILE);
    }

    assertThat(ResultJson.readContainerSizes(FILE).sizes()).hasSameSizeAs(plan.sizes());
    assertThat(sizes)
        .allSatisfy(size -> {
          assertThat(size.outOfMemory()).isFalse();
          assertThat(size.users().steps()).isNotEmpty();
          assertThat(size.rate().steps()).isNotEmpty();
        });
  }

  private static ContainerSizes result(
      Instant startedAt, FleetOptions users, @Nullable Long openFilesMax, List<ContainerSize> sizes)
      throws InterruptedException {
    var docker = DockerClientFactory.instance().client();
    String image = Images.server().asCanonicalNameString();
    return new ContainerSizes(
        ContainerSizes.SCHEMA_VERSION,
        startedAt,
        Duration.between(startedAt, Instant.now()).toMillis() / 1e3,
        users.seed(),
        image,
        String.valueOf(docker.inspectImageCmd(image).exec().getId()),
        "Docker " + docker.versionCmd().exec().getVersion(),
        ContainerSpec.CPU_PERIOD_MICROS,
        openFilesMax,
        SloLimits.DEFAULT,
        EnvironmentProbe.probe(
            EnvironmentProbe.ServerSide.UNKNOWN,
            Fleet.workerJvmFlags(),
            "each size says which processors it had"),
        List.copyOf(sizes));
  }
}
