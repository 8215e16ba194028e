package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BreakpointCommandTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --by users --port 0             | '--port' must be between 1 and 65535, got: 0
          --by users --start 1            | '--start' must be 2 to 1000000000, got: 1
          --by users --factor 1           | '--factor' must be over 1 and at most 100, got: 1.0
          --by users --tolerance 0        | '--tolerance' must be over 0 and under 1, got: 0.0
          --by users --ceiling 0          | '--ceiling' must be at least 2, got: 0
          --by users --rate-per-user 0    | '--rate-per-user' must be over 0, got: 0.0
          --by rate --users 1             | '--users' must be between 2 and 1000000, got: 1
          --by rate --payload 3           | '--payload' must be between
          --by rate --window 0s           | '--window' must be over 0, got: 0s
          --by rate --connect-timeout 0s  | '--connect-timeout' must be over 0, got: 0s
          --by rate --slo-p99-ms -1       | '--slo-p99-ms' must be over 0, got: -1.0
          --by rate --slo-delivered 2     | '--slo-delivered' must be 0 to 1, got: 2.0
          --by rate --server-pid -1       | '--server-pid' must be a process of this machine
          --by rate --server-metrics off:1 | '--server-metrics' must be an address of HTTP or 'off', got: off:1
          --by rate --server-metrics http://127.0.0.1:1/metrics | '--server-metrics' must answer
          --by rate --workload office     | '--workload' must be one without churn, storms
          --by rate --workload offce      | '--workload': 'offce' is none of direct, mixed
          --by noise                      | '--by'
          --by rate --window 3            | '3' is not a time
          """,
      quoteCharacter = '"')
  void a_value_that_can_not_be_used_is_named_with_its_option(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void what_to_raise_must_be_said() {
    assertThat(run()).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--by");
  }

  private int run(String... arguments) {
    CommandLine line = Commands.commandLine(new BreakpointCommand(), Map.of());
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
