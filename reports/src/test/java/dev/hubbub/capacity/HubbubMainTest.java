package dev.hubbub.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HubbubMainTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_help_lists_the_commands() {
    assertThat(run("--help")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString())
        .contains("capacity", "breakpoint", "swarm", "worker", "report", "serve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacity", "breakpoint", "swarm", "worker", "report", "serve"})
  void every_command_has_help_and_a_version(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitStatus.DONE);
    assertThat(run(command, "--version")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("hubbub " + command, "Hubbub ");
  }

  @Test
  void without_a_command_it_says_how_to_use_it() {
    assertThat(run()).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).containsIgnoringCase("command");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --users-start 1      | '--users-start' must be between 2 and 100000000, got: 1
          --rate-start 0       | '--rate-start' must be between 2 and 100000000, got: 0
          --rate-users 1       | '--rate-users' must be between 2 and 100000000, got: 1
          --rate-per-user 0    | '--rate-per-user' must be over 0, got: 0.0
          --factor 1           | '--factor' must be over 1 and at most 100, got: 1.0
          --memory-step 0      | '--memory-step' must be between 1 and 1000000, got: 0
          --memory-levels -1   | '--memory-levels' must be between 0 and 100, got: -1
          --steps-max 0        | '--steps-max' must be at least 1, got: 0
          --port 70000         | '--port' must be between 1 and 65535, got: 70000
          """)
  void a_value_that_can_not_be_used_is_named_with_its_option(String arguments, String message) {
    String[] words = ("capacity --out " + folder + " " + arguments).split(" ");

    assertThat(run(words)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void arguments_for_a_server_need_one_that_is_started() {
    assertThat(run("capacity", "--host", "127.0.0.1", "--server-arg=--max-connections=9"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--server-arg' needs a server that is started");
  }

  @Test
  void an_option_reads_its_environment_variable() {
    CommandLine line = commandLine(Map.of("HUBBUB_USERS_START", "1"));

    assertThat(line.execute("capacity", "--out", folder.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--users-start'");
  }

  private int run(String... arguments) {
    return commandLine(Map.of()).execute(arguments);
  }

  private CommandLine commandLine(Map<String, String> environment) {
    CommandLine line = Commands.commandLine(new HubbubMain(), environment);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line;
  }
}
