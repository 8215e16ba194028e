package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the simulation against a real server in a process of its own. */
class LegacyTest {
  @TempDir private Path folder;

  @Test
  void field_clients_are_served_without_a_failure_and_all_of_them_end() {
    GatlingRun run =
        GatlingRun.of(
            "Legacy",
            Map.of(
                "users", 20,
                "warmupSeconds", 0,
                "staySeconds", 1,
                "intervalMs", 200,
                "replyMsP99Max", 5_000),
            folder);

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
    assertThat(run.output())
        .contains("count of failed events is 0.0 : true")
        .contains("leave: count of successful events is 20.0 : true")
        .containsPattern("active: +0 +/ done: +20");
  }

  @Test
  void a_wrong_parameter_is_named_with_its_value() {
    GatlingRun run = GatlingRun.of("Legacy", Map.of("users", 0), folder);

    assertThat(run.exitStatus()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.output())
        .startsWith("hubbub gatling: '-Dusers' must be between 1 and 100000, got: 0");
  }

  @Test
  void tls_is_for_a_server_that_is_named() {
    GatlingRun run = GatlingRun.of("Legacy", Map.of("tls", true), folder);

    assertThat(run.exitStatus()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.output()).startsWith("hubbub gatling: '-Dtls*' needs '-Dhost' or '-Dport'");
  }
}
