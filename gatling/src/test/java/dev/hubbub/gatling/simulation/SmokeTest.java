package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every simulation, short, against a real server in a process of its own; 500 users for 20 s with
 * {@code -Dhubbub.gatling.full=true}.
 */
class SmokeTest {
  private static final boolean FULL = Boolean.getBoolean("hubbub.gatling.full");
  // A busy machine says nothing about the server: here it is the counts that matter.
  private static final int LENIENT_MS = 20_000;

  @TempDir private Path folder;

  @Test
  void an_office_talks_without_a_failure_and_every_user_ends() {
    int users = FULL ? 500 : 30;
    GatlingRun run =
        passes(
            "OfficeDay",
            Map.of(
                "users", users,
                "warmupSeconds", FULL ? 5 : 0,
                "rampSeconds", FULL ? 5 : 1,
                "staySeconds", FULL ? 20 : 1,
                "intervalMs", FULL ? 1_000 : 200,
                "deliveryMsP99Max", LENIENT_MS));

    assertThat(run.output()).containsPattern("active: +0 +/ done: +" + users + "\\b");
  }

  @Test
  void all_arrive_within_a_second() {
    passes(
        "RushHour",
        Map.of("users", 40, "rampSeconds", 1, "staySeconds", 1, "joinMsP95Max", LENIENT_MS));
  }

  @Test
  void all_shout() {
    passes(
        "ShoutStorm",
        Map.of("users", 20, "staySeconds", 1, "intervalMs", 200, "shoutMsP99Max", LENIENT_MS));
  }

  @Test
  void all_leave_and_come_back() {
    passes("ReconnectStorm", Map.of("users", 20, "rounds", 3, "joinMsP99Max", LENIENT_MS));
  }

  @Test
  void users_climb_the_stairs() {
    GatlingRun run =
        passes(
            "Breakpoint",
            Map.of(
                "levels", 2,
                "usersPerLevel", 10,
                "levelSeconds", 1,
                "intervalMs", 50,
                "echoMsP99Max", LENIENT_MS));

    assertThat(run.output())
        .contains("join at 10 users: percentage of failed events")
        .contains("echo at 10 users: 99th percentile of response time")
        .contains("echo at 20 users: 99th percentile of response time")
        .doesNotContain("at 30 users");
  }

  private GatlingRun passes(String simulation, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(Map.of("warmupSeconds", 0));
    all.putAll(parameters);
    GatlingRun run = GatlingRun.of(simulation, all, folder);

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
    assertThat(run.output()).doesNotContain(": false (actual").contains("stats.json");
    return run;
  }
}
