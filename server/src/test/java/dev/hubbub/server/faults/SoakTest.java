package dev.hubbub.server.faults;

import static dev.hubbub.server.faults.ServerFigures.atRest;
import static dev.hubbub.server.faults.ServerFigures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Durations;
import dev.hubbub.server.testing.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server process that thousands treat badly for a while, and that holds nothing of it afterwards.
 * {@code -Dhubbub.soak=15m} sets the length, {@code -Dhubbub.soak.users} how many they are, {@code
 * -Dhubbub.soak.seed} repeats a run.
 */
class SoakTest {
  private static final Duration WARM_UP_MAX = Duration.ofMinutes(1);

  private final Duration length = new Durations().convert(System.getProperty("hubbub.soak", "30s"));
  private final int users = Integer.getInteger("hubbub.soak.users", 2_000);
  private final long seed = Long.getLong("hubbub.soak.seed", System.nanoTime());

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void a_server_holds_nothing_of_those_who_are_gone() throws Exception {
    System.err.printf("soak: %s, %d users, -Dhubbub.soak.seed=%d%n", length, users, seed);
    SplittableRandom random = new SplittableRandom(seed);
    try (ServerProcess server =
        ServerProcess.start(
            List.of(
                "-Xmx512m",
                "-Dio.netty.leakDetection.level=paranoid",
                "-Dio.netty.leakDetection.targetRecords=0"),
            Map.of(),
            List.of(
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--admin-port",
                "0",
                "--stall-timeout",
                "3s"))) {
      int port = server.port();
      new Soak(port, random.split()).run(users, warmUp());
      ServerFigures before = atRest(server);

      new Soak(port, random.split()).run(users, length);

      ServerFigures after = atRest(server);
      System.err.printf("soak: %s%nbefore %s%nafter  %s%n", counted(server), before, after);
      after.assertLike(before);
      assertThat(server.errors()).doesNotContain("LEAK", " ERROR ", "Exception");
    }
  }

  // What a server takes once, for classes and its allocator, is no loss.
  private Duration warmUp() {
    Duration fifth = length.dividedBy(5);
    return fifth.compareTo(WARM_UP_MAX) < 0 ? fifth : WARM_UP_MAX;
  }
}
