package dev.hubbub.reports;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Difference;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.GatlingRun;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.SwarmRun;
import dev.hubbub.reports.text.PlainText;
import dev.hubbub.reports.words.Headline;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of a report as test cases of JUnit's XML: {@code junit.xml}. Its test classes are
 * the three reasons for which CI can fail a build: {@code slo}, {@code invalid} and {@code
 * regression}.
 */
public final class JunitReport {
  private JunitReport() {}

  /** The document. */
  public static String render(Report report, Findings findings) {
    List<Case> cases = new ArrayList<>();
    report.runs().forEach(run -> ofRun(cases, run));
    report.swarms().forEach(swarm -> ofSwarm(cases, swarm));
    report.simulations().forEach(simulation -> ofGatling(cases, simulation));
    if (findings.history() != null) {
      ofHistory(cases, findings.history());
    }
    try {
      return xml(cases);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory could not be written", e);
    }
  }

  private static void ofRun(List<Case> cases, RunResult run) {
    String of = run.kind() + ": ";
    cases.add(
        new Case(
            "invalid",
            of + "the run is whole",
            run.partialReason() == null ? null : "PARTIAL: " + run.partialReason()));
    for (Headline headline : Headline.of(run)) {
      boolean isInvalid = headline.verdict() == Verdict.Kind.INVALID;
      String dimension = of + headline.words().name();
      cases.add(
          new Case("invalid", dimension + " can be trusted", isInvalid ? headline.line() : null));
      cases.add(
          new Case(
              "slo",
              dimension + " holds a load inside the SLO",
              headline.number().isEmpty() ? headline.line() : null));
    }
  }

  private static void ofSwarm(List<Case> cases, SwarmRun swarm) {
    cases.add(
        new Case(
            "slo",
            "swarm: nothing happens that should not",
            swarm.problems().isEmpty() ? null : String.join("; ", swarm.problems())));
  }

  private static void ofGatling(List<Case> cases, GatlingRun run) {
    for (GatlingRun.Assertion one : run.assertions()) {
      cases.add(
          new Case(
              "slo", run.simulation() + ": " + one.text(), one.held() ? null : "was not true"));
    }
  }

  private static void ofHistory(List<Case> cases, History history) {
    history
        .trends()
        .forEach(trend ->
            cases.add(
                new Case(
                    "regression",
                    trend.metric().title() + " is not worse than before",
                    trend.difference().kind() == Difference.Kind.WORSE
                        ? trend.difference().words()
                        : null)));
  }

  private static String xml(List<Case> cases) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "hubbub");
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute(
        "failures", Long.toString(cases.stream().filter(one -> one.failure != null).count()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (Case one : cases) {
      xml.writeCharacters("\n  ");
      one.write(xml);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    return text + "\n";
  }

  /**
   * A threshold.
   *
   * @param failure why it was missed, or null
   */
  private record Case(String type, String name, @Nullable String failure) {
    void write(XMLStreamWriter xml) throws XMLStreamException {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", "hubbub." + type);
      xml.writeAttribute("name", PlainText.line(name));
      if (failure != null) {
        xml.writeEmptyElement("failure");
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", PlainText.line(failure));
      }
      xml.writeEndElement();
    }
  }
}
