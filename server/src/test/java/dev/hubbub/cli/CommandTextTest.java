package dev.hubbub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandTextTest {
  @Test
  void the_line_repeats_the_run() {
    assertThat(CommandText.line(parsed("--duration", "90s", "--target=a:1,b:2", "--name", "a b")))
        .isEqualTo("./load --duration 90s --target=a:1,b:2 --name 'a b'");
  }

  @Test
  void options_are_all_recorded_with_the_value_that_counted() {
    assertThat(CommandText.options(parsed("--target=a:1,b:2")))
        .isEqualTo(Map.of("--duration", "10s", "--target", "a:1 b:2"));
  }

  @Test
  void a_secret_is_neither_in_the_line_nor_among_the_options() {
    assertThat(CommandText.line(parsed("--token", "hush", "--duration=1s")))
        .isEqualTo("./load --token *** --duration=1s");
    assertThat(CommandText.line(parsed("--token=hush"))).doesNotContain("hush");
    assertThat(CommandText.options(parsed("--token=hush"))).containsEntry("--token", "***");
  }

  private static CommandSpec parsed(String... arguments) {
    CommandSpec spec =
        CommandSpec.create()
            .name("load")
            .mixinStandardHelpOptions(true)
            .addOption(
                OptionSpec.builder("--duration")
                    .type(Duration.class)
                    .converters(new Durations())
                    .defaultValue("10s")
                    .build())
            .addOption(
                OptionSpec.builder("--target")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .splitRegex(",")
                    .build())
            .addOption(OptionSpec.builder("--name").type(String.class).build())
            .addOption(OptionSpec.builder("--token").type(String.class).build());
    new CommandLine(spec).parseArgs(arguments);
    return spec;
  }
}
