package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelpTest {
  private final String help = String.join("\n", SimulationHelp.lines());

  @Test
  void each_simulation_says_its_question_and_its_parameters_with_defaults() {
    assertThat(help)
        .contains("  OfficeDay\n    Do messages arrive at once and without loss while")
        .contains("    -Dusers=100 -DrampSeconds=5 -DstaySeconds=20 -DintervalMs=2000 ")
        .contains(
            "-Dhost=HOST",
            "-Dport=PORT",
            "-Dtls=true",
            "-DtlsCa=FILE",
            "-DwarmupSeconds=SECONDS (default 5");
  }

  @Test
  void the_documentation_has_the_same_questions_and_defaults() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "gatling.md"));

    for (String line : help.lines().filter(line -> line.startsWith("    ")).toList()) {
      String said =
          line.contains("-Dusers") || line.contains("-Dlevels")
              ? line.replaceAll("-D(\\w+)=(\\w+)", "`$1` $2,").replaceAll(",$", "")
              : line;
      assertThat(text).contains(said.strip());
    }
  }
}
