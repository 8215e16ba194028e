package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.EnvironmentProbe.ServerSide;
import dev.hubbub.measure.result.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentProbeTest {
  @Test
  void this_machine_is_recorded() throws InterruptedException {
    ServerSide server = new ServerSide(List.of("-Xmx64m"), "Serial", "epoll");

    Environment environment =
        EnvironmentProbe.probe(server, List.of("-Xmx1g"), "not pinned: one processor");

    assertThat(environment.cpuModel()).isNotBlank();
    assertThat(environment.cores()).isPositive();
    assertThat(environment.memoryBytes()).isGreaterThan(1 << 28);
    assertThat(environment.javaVersion()).startsWith(Runtime.version().toString());
    assertThat(environment.javaFlags())
        .containsEntry("generator", List.of("-Xmx1g"))
        .containsEntry("server", List.of("-Xmx64m"));
    assertThat(environment.garbageCollector()).isEqualTo("Serial");
    assertThat(environment.versions()).containsKeys("netty", "jackson", "hdrhistogram");
    assertThat(environment.pinning()).isEqualTo("not pinned: one processor");
  }

  @Test
  void of_a_server_elsewhere_nothing_is_claimed() throws InterruptedException {
    Environment environment = EnvironmentProbe.probe(ServerSide.UNKNOWN, List.of(), "not pinned");

    assertThat(environment.javaFlags()).doesNotContainKey("server");
    assertThat(environment.garbageCollector()).isNull();
    assertThat(environment.transport()).isNull();
  }
}
