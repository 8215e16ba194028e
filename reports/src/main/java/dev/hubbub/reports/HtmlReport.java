package dev.hubbub.reports;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.text.PlainText;

/**
 * A report as one HTML page that needs no network: {@code index.html}. Without scripts everything
 * is there but the zooming.
 */
public final class HtmlReport {
  private static final String STYLE =
      Resources.text("webjars/uplot/" + Resources.UPLOT + "/dist/uPlot.min.css")
          + Resources.own("report.css");
  private static final String SCRIPT =
      Resources.text("webjars/uplot/" + Resources.UPLOT + "/dist/uPlot.iife.min.js")
          + Resources.own("report.js");

  private HtmlReport() {}

  /** The page of one run. */
  public static String render(RunResult run) {
    return render(Report.of(run), Findings.NONE);
  }

  /** The page. Whatever the texts of the results contain, they appear as text. */
  public static String render(Report report, Findings findings) {
    ReportPage page = ReportPage.of(report, findings, STYLE, SCRIPT);
    return PlainText.clean(Templates.render("report.jte", "page", page));
  }
}
