package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.UsageException;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import dev.hubbub.server.wire.HalfOpenDetection;
import dev.hubbub.server.wire.WireLimits;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of {@code serve}: every default, every limit. */
class ServeCommandTest {
  @Test
  void every_default_is_that_of_the_contract() {
    ServerConfig config = config(OptionalLong.of(20_000));

    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.port()).isEqualTo(65_432);
    assertThat(config.wakeupInterval()).isEqualTo(Duration.ofNanos(500_000));
    assertThat(config.protection().connectionsMax()).isEqualTo(20_000 - OpenFiles.RESERVE);
    assertThat(config.acceptBacklog()).isEqualTo(4_096);
    assertThat(config.eventLoops()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(config.drainMax()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.limits())
        .isEqualTo(
            new WireLimits(
                65_536,
                20,
                Duration.ofMillis(50),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                65_536,
                1_048_576,
                new HalfOpenDetection(Duration.ofSeconds(60)),
                new SlowReceiverPolicy(1_048_576, 16_777_216, Duration.ofSeconds(10))));
  }

  @Test
  void every_option_reaches_the_configuration() {
    ServerConfig config =
        config(
            OptionalLong.of(20_000),
            "--host=::1",
            "--port=1",
            "--max-connections=2",
            "--accept-backlog=3",
            "--event-loops=4",
            "--wakeup-interval=0.25ms",
            "--max-message-bytes=100",
            "--max-bad-inputs=5",
            "--max-pending-bytes=6000000000",
            "--stall-timeout=7s",
            "--registration-grace=8ms",
            "--registration-timeout=9s",
            "--linger-timeout=10ms",
            "--half-open-timeout=15s",
            "--max-unread-reply-bytes=12",
            "--max-burst-bytes=13",
            "--max-unsent-bytes=14",
            "--drain-timeout=11m");

    assertThat(config.host()).isEqualTo("::1");
    assertThat(config.port()).isEqualTo(1);
    assertThat(config.wakeupInterval()).isEqualTo(Duration.ofNanos(250_000));
    assertThat(config.protection().connectionsMax()).isEqualTo(2);
    assertThat(config.acceptBacklog()).isEqualTo(3);
    assertThat(config.eventLoops()).isEqualTo(4);
    assertThat(config.drainMax()).isEqualTo(Duration.ofMinutes(11));
    assertThat(config.limits())
        .isEqualTo(
            new WireLimits(
                100,
                5,
                Duration.ofMillis(8),
                Duration.ofSeconds(9),
                Duration.ofMillis(10),
                12,
                14,
                new HalfOpenDetection(Duration.ofSeconds(15)),
                new SlowReceiverPolicy(6_000_000_000L, 13, Duration.ofSeconds(7))));
  }

  @Test
  void where_the_system_knows_no_limit_for_files_there_is_none_for_connections() {
    assertThat(config(OptionalLong.empty()).protection().connectionsMax())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void more_connections_than_files_are_refused() {
    assertThatThrownBy(() -> config(OptionalLong.of(1_024), "--max-connections", "1000"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "'--max-connections' must be at most 928, since this process may open 1024 files,"
                + " got: 1000");
  }

  @ParameterizedTest
  @CsvSource({"20000, 19904", "97, 1", "10, 1", "9223372036854775807, 2147483647"})
  void the_limit_for_files_less_a_reserve_allows_connections(long files, int connections) {
    assertThat(OpenFiles.connections(files)).isEqualTo(connections);
  }

  @ParameterizedTest
  @CsvSource({
    "--host, '', ''",
    "--port, -1, -1",
    "--port, 65536, 65536",
    "--max-connections, 0, 0",
    "--max-connections, -5, -5",
    "--accept-backlog, 0, 0",
    "--event-loops, 0, 0",
    "--wakeup-interval, 101ms, 101ms",
    "--event-loops, 1025, 1025",
    "--max-message-bytes, 63, 63",
    "--max-message-bytes, 16777217, 16777217",
    "--max-bad-inputs, 0, 0",
    "--max-pending-bytes, 0, 0",
    "--max-pending-bytes, 1099511627777, 1099511627777",
    "--max-burst-bytes, 0, 0",
    "--max-unread-reply-bytes, 0, 0",
    "--max-unsent-bytes, 0, 0",
    "--max-unsent-bytes, 2147483648, 2147483648",
    "--max-pending-total-bytes, 1048575, 1048575",
    "--stall-timeout, 0ms, 0s",
    "--stall-timeout, 61m, 61m",
    "--registration-grace, 0s, 0s",
    "--registration-grace, 2h, 2h",
    "--registration-timeout, 0s, 0s",
    "--registration-timeout, 61m, 61m",
    "--linger-timeout, 0s, 0s",
    "--linger-timeout, 2h, 2h",
    "--half-open-timeout, 14s, 14s",
    "--half-open-timeout, 2h, 2h",
    "--drain-timeout, 0s, 0s",
    "--drain-timeout, 3601s, 3601s"
  })
  void a_value_out_of_bounds_is_refused_naming_option_and_value(
      String option, String value, String said) {
    assertThatThrownBy(() -> config(OptionalLong.empty(), option, value))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'" + option + "' must ")
        .hasMessageContaining("got: ")
        .hasMessageEndingWith(said.isEmpty() ? "''" : said);
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 0",
    "--port, 65535",
    "--max-connections, 1",
    "--event-loops, 1024",
    "--max-message-bytes, 64",
    "--max-message-bytes, 16777216",
    "--max-pending-bytes, 1",
    "--stall-timeout, 1ms",
    "--half-open-timeout, 1h",
    "--drain-timeout, 1h"
  })
  void the_bounds_themselves_are_taken(String option, String value) {
    assertThat(config(OptionalLong.empty(), option, value)).isNotNull();
  }

  private static ServerConfig config(OptionalLong openFilesMax, String... options) {
    ServeCommand command = new ServeCommand();
    Commands.commandLine(command, Map.of()).parseArgs(options);
    return command.config(openFilesMax);
  }
}
