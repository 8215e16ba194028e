package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that a renderer must reproduce. After a wanted change of a report, this writes them
 * anew; read the difference before committing it.
 *
 * <pre>{@code
 * ./mvnw -pl reports -am test \
 *   -Dtest='*ReportTest,IndexPageTest,ComparisonTest,MarkdownSummaryTest,BadgeTest' \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dhubbub.goldens.write=true
 * }</pre>
 */
public final class GoldenFiles {
  private static final Path FOLDER = Path.of("src/test/resources/dev/hubbub/reports/golden");

  private GoldenFiles() {}

  /** Fails where the text is not what the file of that name holds. */
  public static void assertRendersAs(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("hubbub.goldens.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s; -Dhubbub.goldens.write=true writes it anew", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
