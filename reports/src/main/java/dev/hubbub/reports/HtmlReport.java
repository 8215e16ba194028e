package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.text.Markup;
import dev.hubbub.reports.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * A run as one HTML page that needs neither network nor scripts: {@code index.html}. The verdicts
 * stand first, then the charts, then every figure.
 */
public final class HtmlReport {
  private static final String STYLE = resource("report.css");

  private HtmlReport() {}

  /** The page. Whatever the texts of the result contain, they appear as text. */
  public static String render(RunResult run) {
    return Markup.of(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Hubbub {}: {}</title>
            <style>
            {}</style>
            </head>
            <body>
            <header>
            <p class="eyebrow">Hubbub</p>
            <h1>{} report</h1>
            {}
            </header>
            <main>
            {}
            {}
            {}
            {}
            {}
            {}
            </main>
            {}
            </body>
            </html>
            """,
            run.kind(),
            Headline.sentence(run),
            new Markup(STYLE),
            capitalized(run.kind()),
            partial(run),
            VerdictSection.of(run),
            about(run),
            ChartSection.of(run),
            steps(run),
            memory(run),
            environment(run),
            footer(run))
        .code();
  }

  private static Markup partial(RunResult run) {
    return run.partialReason() == null
        ? Markup.NONE
        : Markup.of(
            "<p class=\"partial\" role=\"note\"><strong>PARTIAL</strong> This run is incomplete: {}</p>",
            run.partialReason());
  }

  private static Markup about(RunResult run) {
    return Markup.of(
        """
        <section class="about" aria-labelledby="about">
        <h2 id="about">This run</h2>
        <dl>
        {}
        </dl>
        <h3>Repeat it</h3>
        <pre tabindex="0" aria-label="Command that repeats the run"><code>{}</code></pre>
        </section>\
        """,
        Facts.run(run).stream()
            .map(fact -> Markup.of("<div><dt>{}</dt><dd>{}</dd></div>", fact.name(), fact.value()))
            .collect(Markup.joining()),
        run.command());
  }

  private static Markup steps(RunResult run) {
    return Markup.of(
        """
        <section class="wide" aria-labelledby="steps">
        <h2 id="steps">Steps</h2>
        <p class="soft">What a step had to hold: {}</p>
        {}
        </section>\
        """,
        Facts.slo(run.slo()),
        run.dimensions().stream().map(HtmlReport::steps).collect(Markup.joining()));
  }

  private static Markup steps(DimensionResult dimension) {
    return dimension.steps().isEmpty()
        ? Markup.of("<p>{}: no step was run.</p>", Headline.of(dimension).words().title())
        : StepTable.of(dimension);
  }

  private static Markup memory(RunResult run) {
    return run.memory() == null || run.memory().levels().isEmpty()
        ? Markup.NONE
        : Markup.of(
            """
            <section aria-labelledby="memory">
            <h2 id="memory">Idle users</h2>
            <div class="pair">
            {}
            {}
            </div>
            </section>\
            """,
            MemoryTable.memory(run.memory()),
            MemoryTable.registrations(run.memory()));
  }

  private static Markup environment(RunResult run) {
    return Markup.of(
        """
        <section aria-labelledby="environment">
        <h2 id="environment">Environment and options</h2>
        <div class="pair">
        {}
        {}
        </div>
        </section>\
        """,
        Tables.facts("Environment", Facts.environment(run)),
        Tables.facts("Options", Facts.options(run)));
  }

  private static Markup footer(RunResult run) {
    return Markup.of(
        """
        <footer>
        <h2>How to read this</h2>
        <ul>
        <li><strong>VALID</strong>: the server was the limit; the number is its capacity.</li>
        <li><strong>AT_LEAST</strong>: something else was the limit; the number is a lower bound.</li>
        <li><strong>INVALID</strong>: nothing can be concluded; no number is given.</li>
        <li>{} or “unknown”: not measured, or too few samples. It is never zero.</li>
        <li>1 KB is 1,024 bytes. Latency counts from the time at which a message was due, so that a stall is in the percentiles.</li>
        </ul>
        <p>Drawn from capacity.json, schema version {}.</p>
        </footer>\
        """,
        Numbers.UNKNOWN,
        run.schemaVersion());
  }

  private static String capitalized(String kind) {
    return kind.isEmpty()
        ? kind
        : kind.substring(0, kind.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + kind.substring(kind.offsetByCodePoints(0, 1));
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
