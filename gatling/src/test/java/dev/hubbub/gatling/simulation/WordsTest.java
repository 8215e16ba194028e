package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word against a real server: what should end well does, and what should fail is named. */
class WordsTest {
  @TempDir private Path folder;

  @Test
  void each_word_ends_as_it_should_and_checks_save_into_the_session() {
    GatlingRun run = GatlingRun.of("WordsSimulation", Map.of("warmupSeconds", 0), folder);

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
    assertThat(run.output().substring(run.output().lastIndexOf("---- Requests")))
        .containsPattern("> questions / time +\\| +60 \\| +60 \\| +0\\n")
        .containsPattern("> direct +\\| +20 \\| +20 \\| +0\\n")
        .containsPattern("> absent +\\| +20 \\| +0 \\| +20\\n")
        .containsPattern("> shout +\\| +20 \\| +20 \\| +0\\n")
        .containsPattern("> wrong +\\| +20 \\| +0 \\| +20\\n")
        .containsPattern("> leave +\\| +20 \\| +20 \\| +0\\n")
        .containsPattern("refused: .*'nobody' is not available")
        .containsPattern("substring\\(midnight\\).find.exists, found nothing");
  }
}
