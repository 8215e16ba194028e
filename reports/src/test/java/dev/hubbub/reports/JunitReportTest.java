package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {
  @Test
  void every_result_renders_as_its_golden_file() {
    GoldenFiles.assertRendersAs(
        "everything.xml", JunitReport.render(Reports.everything(), Reports.findings()));
    GoldenFiles.assertRendersAs("partial.xml", render(Report.of(Runs.partial())));
    GoldenFiles.assertRendersAs("invalid.xml", render(Report.of(Runs.invalid())));
  }

  @Test
  void counts_its_cases_and_its_failures() throws Exception {
    Element suite = parse(render(Report.of(Runs.invalid())));

    assertThat(suite.getAttribute("tests"))
        .isEqualTo(Integer.toString(suite.getElementsByTagName("testcase").getLength()));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(Integer.toString(suite.getElementsByTagName("failure").getLength()))
        .isNotEqualTo("0");
  }

  @Test
  void hostile_text_is_only_text() throws Exception {
    Element suite = parse(render(Report.of(Runs.hostile()).plus(Reports.hostile())));

    assertThat(suite.getElementsByTagName("script").getLength()).isZero();
    assertThat(suite.getElementsByTagName("testcase").getLength()).isPositive();
  }

  private static String render(Report report) {
    return JunitReport.render(report, Findings.NONE);
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
