package dev.hubbub.bots.compare;

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

class CompareUsageTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--with echo --users 1 | '--users' must be between 2 and 1000000, got: 1",
        "--with echo --rates 10,0 | '--rates' must be between 1 and 100000000, got: 0",
        "--with echo --rounds 0 | '--rounds' must be between 1 and 1000, got: 0",
        "--with echo --registrations -1 | '--registrations' must be between 0 and 1000000, got: -1",
        "--with echo --server-cpus 0.05 | '--server-cpus' must be between 0.1 and 1024, got: 0.05",
        "--with echo --with echo=a:1 | '--with' must name a kind of peer once, got: echo=a:1",
        "--with irc=a:1 --payload 400 | '--payload' must be at most 384 with irc, got: 400",
        "--with echo --host a --server-arg=x | '--server-arg' needs a server that is started",
        "--with echo --tls | '--tls' needs a server that speaks it, at '--host', got: no host",
        "--with smtp=a:25 | 'smtp=a:25' is none of irc=HOST:PORT",
        "--users 5 | Missing required option: '--with",
      })
  void a_wrong_value_is_named_with_its_option(String arguments, String text) {
    assertThat(run(Map.of(), arguments)).isEqualTo(ExitStatus.USAGE);

    assertThat(err.toString()).contains(text);
  }

  @Test
  void an_option_reads_its_variable() {
    assertThat(run(Map.of("HUBBUB_WITH", "echo", "HUBBUB_ROUNDS", "0"), ""))
        .isEqualTo(ExitStatus.USAGE);

    assertThat(err.toString()).contains("'--rounds' must be between");
  }

  private int run(Map<String, String> environment, String arguments) {
    CommandLine line = Commands.commandLine(new CompareCommand(), environment);
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments.isBlank() ? new String[0] : arguments.split(" "));
  }
}
