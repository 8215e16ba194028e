package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.RunResult;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  static Stream<RunResult> runs() {
    return Stream.of(Runs.full(), Runs.partial(), Runs.invalid(), Runs.unknowns(), Runs.hostile());
  }

  @Test
  void aWholeRunRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("full.html", withoutScripts(HtmlReport.render(Runs.full())));
  }

  @Test
  void aPartialRunRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("partial.html", withoutScripts(HtmlReport.render(Runs.partial())));
  }

  @Test
  void anInvalidSearchRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("invalid.html", withoutScripts(HtmlReport.render(Runs.invalid())));
  }

  @Test
  void aRunOfUnknownsRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs(
        "unknowns.html", withoutScripts(HtmlReport.render(Runs.unknowns())));
  }

  @Test
  void oneResultOfEveryKindRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs(
        "everything.html",
        withoutScripts(HtmlReport.render(Reports.everything(), Reports.findings())));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void nothingIsLoadedFromAnywhere(RunResult run) {
    String page = withoutScripts(HtmlReport.render(run));
    assertThat(String.join("\n", tags(page)))
        .doesNotContainIgnoringCase("src=")
        .doesNotContainIgnoringCase("<img");
    assertThat(matches(" href=\"([^\"]*)\"", page))
        .allMatch(address -> address.startsWith("#") || address.equals("data:,"));
    assertThat(style(HtmlReport.render(run))).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void aNameInTheEmbeddedDataCanNotEndIt() {
    assertThat(EmbeddedJson.write(List.of(Runs.HOSTILE, "</script><script>", "\u2028")))
        .doesNotContain("<", ">", "&")
        .contains("\\u003c/script\\u003e");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyIdIsUniqueAndEveryReferenceHasItsElement(RunResult run) {
    String page = HtmlReport.render(run);
    assertThat(matches(" id=\"([^\"]*)\"", page)).doesNotHaveDuplicates();
    assertThat(matches(" id=\"([^\"]*)\"", page))
        .containsAll(
            matches("aria-labelledby=\"([^\"]*)\"", page).stream()
                .flatMap(ids -> Stream.of(ids.split(" ")))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyTableHasACaptionAndEveryChartATitleAndADescription(RunResult run) {
    String page = HtmlReport.render(run);
    int tables = matches("<(table) ", page).size();
    assertThat(matches("<(caption)>", page)).hasSize(tables);
    int charts = matches("<svg [^>]*role=\"(img)\"", page).size();
    assertThat(matches("<(title) id=", page)).hasSize(charts);
    assertThat(matches("<(desc) id=", page)).hasSize(charts);
  }

  @Test
  void hostileTextAppearsAsText() {
    String page = HtmlReport.render(Runs.hostile());
    assertThat(page)
        .contains("&lt;script&gt;alert('x')&lt;/script&gt;")
        .contains("\"q\" ]]&gt; &amp;")
        .contains("[U+202E]txt.exe")
        .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202E]");
    assertThat(page.chars().anyMatch(c -> Character.isSurrogate((char) c))).isFalse();
  }

  @Test
  void aPartialRunSaysSoWithItsReason() {
    assertThat(HtmlReport.render(Runs.partial()))
        .contains("<strong>PARTIAL</strong> This run is incomplete: interrupted after 41 s");
    assertThat(HtmlReport.render(Runs.full())).doesNotContain("PARTIAL");
  }

  // Styles and scripts are files of their own; only the data that a page embeds is of this page.
  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>");
  }

  // Without the values of attributes, which are text.
  private static List<String> tags(String page) {
    return matches("(<[^>]*>)", page).stream()
        .map(tag -> tag.replaceAll("\"[^\"]*\"", ""))
        .toList();
  }

  private static String style(String page) {
    return page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
  }

  private static List<String> matches(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
  }
}
