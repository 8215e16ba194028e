package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.text.MarkdownText;
import dev.hubbub.reports.words.Costs;
import dev.hubbub.reports.words.Fact;
import dev.hubbub.reports.words.Headline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {
  static Stream<RunResult> runs() {
    return Stream.of(Runs.full(), Runs.partial(), Runs.invalid(), Runs.unknowns());
  }

  @Test
  void theTerminalSaysEachNumberWithItsVerdictAndItsReason() {
    assertThat(Headline.lines(Runs.full()))
        .containsExactly(
            "users: at least 19,904 (AT_LEAST: the server's limit of 20,000 open files was reached"
                + " first)",
            "  breaking point: none found",
            "rate: holds 41,250 messages/s (VALID: the server's event loops were busy 98 % of the"
                + " time)",
            "  breaking point: 43,750 messages/s: latency p99 118 ms (allowed: 50 ms); server CPU"
                + " at 99 % of 1 core",
            "an idle user costs 4.9 KB ± 101 bytes resident set, 3 KB ± 12 bytes live heap, 2.4 KB"
                + " ± 12 bytes kernel sockets, 133 µs server CPU to register (slope of a line ± its"
                + " standard error, through 5 levels up to 10,000 idle users)",
            "a message costs 11.8 µs server CPU (at 20,000 messages/s)");
  }

  @Test
  void aPartialRunSaysSoFirst() {
    assertThat(Headline.lines(Runs.partial())).first().isEqualTo("PARTIAL: interrupted after 41 s");
  }

  @Test
  void noReportShowsTheNumberOfAnInvalidSearch() {
    RunResult run = Runs.invalid();
    String everything = HtmlReport.render(run) + MarkdownSummary.render(run) + Headline.lines(run);
    assertThat(everything).doesNotContain("12,347").doesNotContain("15,551");
    assertThat(Headline.lines(run))
        .contains(
            "rate: no number (INVALID: not steady after the warm-up: p99 from 2 to 31 ms)",
            "  breaking point: not concluded");
  }

  @Test
  void aSearchThatHeldNothingHasNoNumber() {
    assertThat(Headline.of(Runs.unknowns()).getFirst().result()).isEqualTo("no load held");
  }

  @Test
  void anUnknownCostIsUnknownAndNotZero() {
    assertThat(Costs.user(Runs.unknowns()).inWords())
        .startsWith(
            "unknown resident set, unknown live heap, unknown kernel sockets, unknown server CPU to"
                + " register")
        .contains("fewer than five levels");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void thePageTheSummaryAndTheTerminalAgree(RunResult run) {
    String page = text(HtmlReport.render(run));
    String summary = MarkdownSummary.render(run);
    String terminal = String.join("\n", Headline.lines(run));
    for (Headline headline : Headline.of(run)) {
      assertThat(page)
          .contains(headline.result(), headline.verdict() + " " + headline.reason())
          .contains(headline.breakingPoint());
      assertThat(summary)
          .contains(
              "| %s | %s | %s |"
                  .formatted(
                      MarkdownText.escape(headline.result()),
                      MarkdownText.escape(headline.verdict().name()),
                      MarkdownText.escape(headline.reason())));
      assertThat(terminal)
          .contains(headline.number(), headline.verdict() + ": " + headline.reason());
    }
    for (Fact fact : facts(run)) {
      assertThat(List.of(page, summary, terminal)).allMatch(it -> it.contains(fact.value()));
    }
  }

  private static List<Fact> facts(RunResult run) {
    return Stream.of(Costs.user(run), Costs.message(run))
        .flatMap(costs -> costs.facts().stream())
        .toList();
  }

  private static String text(String page) {
    return page.replaceAll("<[^>]*>", "")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
