package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Results;
import dev.hubbub.reports.history.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPageTest {
  @TempDir private Path path;

  @Test
  void shows_the_newest_run_first_with_a_link_to_its_report() throws IOException {
    HistoryFolder folder = new HistoryFolder(path);
    for (int night = 0; night < 3; night++) {
      HistoryRun run = record(night, 20_000.0 + night);
      folder.keep(run);
      if (night > 0) {
        ReportWriter.write(run(night, 20_000.0 + night), folder.report(run));
      }
    }

    ReportWriter.writeIndex(folder);

    IndexPage page = IndexPage.of(folder, folder.runs());
    assertThat(page.rows())
        .extracting(IndexPage.Row::time)
        .containsExactly("2026-03-03 12:34 UTC", "2026-03-02 12:34 UTC", "2026-03-01 12:34 UTC");
    assertThat(page.rows().getFirst().link())
        .isEqualTo("runs/" + record(2, 20_002.0).id() + "/index.html");
    assertThat(path.resolve(page.rows().getFirst().link())).exists();
    assertThat(page.rows().getLast().link()).isEmpty();
    assertThat(page.rows().getFirst().figures()).startsWith("20,002");
    assertThat(path.resolve("index.html"))
        .content()
        .isEqualTo(page.html())
        .contains("<a href=\"" + page.rows().getFirst().link() + "\">2026-03-03 12:34 UTC</a>");
  }

  @Test
  void shows_the_trend_of_the_newest_run_with_a_number() {
    List<HistoryRun> runs = new ArrayList<>();
    for (int night = 0; night < 20; night++) {
      runs.add(record(night, night < 12 ? 20_000.0 + 50 * (night % 4) : 15_000 + 50 * (night % 4)));
    }
    runs.add(RunRecord.of(Results.run(time(20), Results.users(null, Verdict.Kind.INVALID))));

    String html = IndexPage.of(new HistoryFolder(path), runs).html();

    assertThat(html).contains("<svg").contains("Users from run to run");
    assertThat(html).containsPattern("2\\d(\\.\\d)? % fewer since run " + runs.get(12).id());
    assertThat(html).contains("<span class=\"verdict invalid\">INVALID</span>");
  }

  @Test
  void is_rendered_as_ever() throws IOException {
    GoldenFiles.assertRendersAs("history.html", Files.readString(KeptRuns.index(path)));
  }

  @Test
  void is_there_before_the_first_number() {
    assertThat(IndexPage.of(new HistoryFolder(path), List.of()).html()).contains("0 kept");
    assertThat(IndexPage.of(new HistoryFolder(path), List.of(record(0, null))).trend()).isNotNull();
  }

  @Test
  void hostile_texts_appear_as_text() {
    HistoryRun run = RunRecord.of(Runs.hostile());

    String html = IndexPage.of(new HistoryFolder(path), List.of(run)).html();

    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .contains("&lt;script&gt;")
        .contains("PARTIAL: ")
        .doesNotContain("\u202E");
  }

  @Test
  void a_lower_bound_says_so() {
    RunResult bound = Results.run(Results.START, Results.users(20_000.0, Verdict.Kind.AT_LEAST));

    assertThat(IndexPage.of(new HistoryFolder(path), List.of(RunRecord.of(bound))).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.figures().getFirst()).isEqualTo("at least 20,000"));
  }

  private static HistoryRun record(int night, @Nullable Double users) {
    return RunRecord.of(run(night, users));
  }

  private static RunResult run(int night, @Nullable Double users) {
    return Results.run(time(night), Results.users(users, Verdict.Kind.VALID));
  }

  private static Instant time(int night) {
    return Results.START.plusSeconds(86_400L * night);
  }
}
