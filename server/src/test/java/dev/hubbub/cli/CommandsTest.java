package dev.hubbub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands share: environment variables, and how an error is said. */
class CommandsTest {
  private final Probe probe = new Probe();
  private final StringWriter errors = new StringWriter();
  private final StringWriter output = new StringWriter();

  @ParameterizedTest
  @CsvSource({"--port, HUBBUB_PORT", "--rate-per-user, HUBBUB_RATE_PER_USER"})
  void an_option_has_a_variable(String option, String variable) {
    assertThat(EnvironmentDefaults.variable(option)).isEqualTo(variable);
  }

  @Test
  void a_variable_gives_the_value_of_an_option_that_is_not_given() {
    assertThat(run(Map.of("HUBBUB_RATE_PER_USER", "7"))).isZero();
    assertThat(probe.rate).isEqualTo(7);
  }

  @Test
  void the_command_line_goes_before_the_variable() {
    assertThat(run(Map.of("HUBBUB_RATE_PER_USER", "7"), "--rate-per-user", "8")).isZero();
    assertThat(probe.rate).isEqualTo(8);
  }

  @Test
  void without_both_the_default_holds() {
    assertThat(run(Map.of("HUBBUB_OTHER", "7", "RATE_PER_USER", "6"))).isZero();
    assertThat(probe.rate).isEqualTo(1);
  }

  @Test
  void variables_named_help_and_version_are_no_options() {
    assertThat(run(Map.of("HUBBUB_HELP", "true", "HUBBUB_VERSION", "1.0"))).isZero();
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void a_wrong_value_is_a_usage_error_that_names_the_option() {
    assertThat(run(Map.of(), "--rate-per-user", "many")).isEqualTo(ExitStatus.USAGE);
    assertThat(errors.toString()).contains("--rate-per-user", "'many'", "Try 'probe --help'");
  }

  @Test
  void a_wrong_value_in_a_variable_is_a_usage_error_that_names_the_option() {
    assertThat(run(Map.of("HUBBUB_RATE_PER_USER", "many"))).isEqualTo(ExitStatus.USAGE);
    assertThat(errors.toString()).contains("--rate-per-user", "'many'");
  }

  @Test
  void options_must_be_written_out() {
    assertThat(run(Map.of(), "--rate", "5")).isEqualTo(ExitStatus.USAGE);
    assertThat(errors.toString()).contains("--rate");
  }

  @Test
  void a_rule_found_broken_later_is_a_usage_error_too() {
    probe.failure = new UsageException("'--rate-per-user' must be odd, got: 2");

    assertThat(run(Map.of())).isEqualTo(ExitStatus.USAGE);
    assertThat(errors.toString()).startsWith("probe: '--rate-per-user' must be odd, got: 2");
  }

  @Test
  void any_other_failure_is_said_in_one_line() {
    probe.failure = new IOException("no disk");

    assertThat(run(Map.of())).isEqualTo(ExitStatus.FAILED);
    assertThat(errors.toString().lines()).containsExactly("probe: no disk");
  }

  @Test
  void a_failure_without_words_is_named() {
    probe.failure = new IllegalStateException();

    assertThat(run(Map.of())).isEqualTo(ExitStatus.FAILED);
    assertThat(errors.toString()).contains("IllegalStateException");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "5, true", "6, false"})
  void bounds_belong_to_what_they_allow(int value, boolean allowed) {
    probe.check = () -> UsageException.requireBetween("--rate-per-user", value, 1, 5);

    assertThat(run(Map.of())).isEqualTo(allowed ? ExitStatus.DONE : ExitStatus.USAGE);
    if (!allowed) {
      assertThat(errors.toString())
          .contains("'--rate-per-user' must be between 1 and 5, got: " + value);
    }
  }

  private int run(Map<String, String> environment, String... args) {
    CommandLine line = Commands.commandLine(probe, environment);
    line.setErr(new PrintWriter(errors, true));
    line.setOut(new PrintWriter(output, true));
    return line.execute(args);
  }

  @Command(name = "probe", mixinStandardHelpOptions = true, version = "1")
  private static final class Probe implements Callable<Integer> {
    @Option(names = "--rate-per-user")
    private int rate = 1;

    private @Nullable Exception failure;
    private Runnable check = () -> {};

    @Override
    public Integer call() throws Exception {
      check.run();
      if (failure != null) {
        throw failure;
      }
      return ExitStatus.DONE;
    }
  }
}
