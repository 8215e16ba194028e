package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as chromium shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private Path folder;
  private Browser browser;
  private Path page;
  private Path hostile;
  private Path index;

  @BeforeAll
  void start(@TempDir Path temp) throws IOException {
    folder = temp;
    browser = Browser.start();
    page = write("report.html", Reports.everything(), Reports.findings());
    hostile =
        write("hostile.html", Report.of(Runs.hostile()).plus(Reports.hostile()), Findings.NONE);
    index = KeptRuns.index(temp.resolve("history"));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void anew() {
    browser.scripts(true).dark(false).screen(1280, 900);
    browser.console();
    browser.requests();
  }

  @Test
  void no_request_leaves_the_page_and_nothing_is_said_on_the_console() {
    for (Path one : List.of(page, index)) {
      browser.open(one);

      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(url -> url.equals(one.toUri().toString()) || url.startsWith("data:"));
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void every_time_series_is_drawn_and_can_be_zoomed_and_shown_as_a_whole_again() {
    browser.open(page);
    long plots = browser.number("document.querySelectorAll('.plot').length");

    assertThat(plots).isPositive();
    assertThat(browser.number("document.querySelectorAll('.plot canvas').length")).isEqualTo(plots);
    assertThat(
            browser.number(
                "[...document.querySelectorAll('.plot canvas')].filter(c => c.getContext('2d')"
                    + ".getImageData(0, 0, c.width, c.height).data.some(v => v !== 0)).length"))
        .isEqualTo(plots);
    assertThat(browser.number("document.querySelectorAll('.plot button').length")).isEqualTo(plots);
  }

  @Test
  void the_headline_charts_are_drawn() {
    browser.open(page);

    assertThat(
            browser.number(
                "[...document.querySelectorAll('figure > svg:not(.replaced)')]"
                    + ".filter(s => s.getBoundingClientRect().height > 100"
                    + " && s.querySelector('.line, .mark')).length"))
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void without_scripts_all_charts_and_numbers_are_there() {
    browser.scripts(false).open(page);

    assertThat(browser.number("document.querySelectorAll('.replaced').length")).isZero();
    assertThat(
            browser.number(
                "[...document.querySelectorAll('figure > svg')]"
                    + ".filter(s => s.getBoundingClientRect().height < 100).length"))
        .isZero();
    assertThat(browser.evaluate("document.body.innerText").toString())
        .contains("19,904", "41,250", "4.9 KB", "11.8 µs");
  }

  @Test
  void it_is_dark_where_the_reader_wants_it_dark() {
    String background = "getComputedStyle(document.body).backgroundColor";
    for (Path one : List.of(page, index)) {
      browser.dark(false).open(one);
      assertThat(browser.evaluate(background)).isEqualTo("rgb(250, 250, 248)");

      browser.dark(true).open(one);
      assertThat(browser.evaluate(background)).isEqualTo("rgb(19, 21, 24)");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280, 1920})
  void no_screen_scrolls_sideways(int width) {
    browser.screen(width, 780);
    for (Path one : List.of(page, hostile, index)) {
      browser.open(one);
      assertThat(browser.number(SIDEWAYS)).as("%s", one).isZero();
    }
  }

  @Test
  void hostile_names_are_only_text() {
    browser.open(hostile);

    assertThat(browser.requests()).noneMatch(url -> url.contains("evil.test"));
    assertThat(browser.console()).isEmpty();
    assertThat(browser.number("document.querySelectorAll('img').length")).isZero();
    assertThat(browser.evaluate("document.body.innerText").toString())
        .contains("<script>alert('x')</script>");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axe_finds_nothing_serious(boolean dark) throws IOException {
    browser.dark(dark);
    for (Path one : List.of(page, index)) {
      browser.open(one).run(axe());
      assertThat(serious()).as("%s", one).isEmpty();
    }
  }

  @Test
  void everything_that_scrolls_or_acts_can_be_reached_by_keyboard() {
    browser.open(page);

    assertThat(
            browser.number(
                "[...document.querySelectorAll('.scroll, pre, button, summary, a[href]')]"
                    + ".filter(e => e.tabIndex < 0).length"))
        .isZero();
  }

  @Test
  void a_report_of_ten_thousand_steps_opens_within_two_seconds_in_three_megabytes()
      throws IOException {
    Path large = write("large.html", Report.of(Reports.large(10_000)), Findings.NONE);

    assertThat(Files.size(large)).isLessThan(3_000_000);
    // The best of three: what other programs take from the browser is not the page's.
    double ms = IntStream.range(0, 3).mapToDouble(_ -> msToOpen(large)).min().orElseThrow();
    assertThat(ms).isLessThan(2_000);
    assertThat(browser.console()).isEmpty();
  }

  private double msToOpen(Path page) {
    browser.open(page);
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Double.parseDouble(
                    String.valueOf(
                        browser.evaluate(
                            "performance.getEntriesByType('navigation')[0].loadEventEnd"))),
            ms -> ms > 0);
  }

  private Path write(String name, Report report, Findings findings) throws IOException {
    return Files.writeString(folder.resolve(name), HtmlReport.render(report, findings));
  }

  private List<?> serious() {
    return (List<?>)
        browser.await(
            "const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary)"
                + ".slice(0, 3).join(' | '))))");
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
