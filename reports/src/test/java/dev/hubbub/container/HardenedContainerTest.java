package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.client.ChatClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All containers of these tests run like this; here it is looked at. */
@NeedsEngine
class HardenedContainerTest {
  private static final String NOBODY = "65532";

  @Test
  void it_serves_as_nobody_without_capabilities_on_a_file_system_that_is_read_only()
      throws IOException, InterruptedException {
    try (ServerContainer server = ServerContainer.start(ContainerSpec.small());
        ChatClient alice =
            ChatClient.connect(ServerContainer.HOST, server.port(), "alice").join()) {
      assertThat(alice.endpoint("/time").join().msg()).startsWith("Server time: ");

      List<String> status = Files.readAllLines(Path.of("/proc/" + server.pid() + "/status"));
      assertThat(status)
          .contains(
              "Uid:\t" + String.join("\t", NOBODY, NOBODY, NOBODY, NOBODY),
              "CapEff:\t0000000000000000",
              "CapBnd:\t0000000000000000",
              "NoNewPrivs:\t1");
      assertThat(server.run("/bin/bash", "-c", "> /tmp/file").getExitCode()).isNotZero();
      // Netty's native libraries are found without being written somewhere first.
      assertThat(server.logs()).contains("(epoll, ").doesNotContain("WARN");
    }
  }

  @Test
  void the_aot_cache_fits_the_flags_that_it_runs_with() {
    // With AOTMode=on the JVM refuses to start where it can't use the cache.
    ContainerSpec spec = ContainerSpec.small(Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"));

    try (ServerContainer server = ServerContainer.start(spec)) {
      assertThat(server.isRunning()).isTrue();
    }
  }
}
