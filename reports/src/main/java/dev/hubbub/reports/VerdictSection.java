package dev.hubbub.reports;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.text.Markup;
import java.util.ArrayList;
import java.util.List;

/** What a reader looks for first: the number of each search with its verdict, and the costs. */
final class VerdictSection {
  private VerdictSection() {}

  static Markup of(RunResult run) {
    List<Markup> cards = new ArrayList<>();
    for (int i = 0; i < run.dimensions().size(); i++) {
      cards.add(verdict("verdict-" + (i + 1), run.dimensions().get(i)));
    }
    cards.add(cost("cost-user", Costs.user(run)));
    cards.add(cost("cost-message", Costs.message(run)));
    return Markup.of("<div class=\"cards\">\n{}\n</div>", cards.stream().collect(Markup.joining()));
  }

  private static Markup verdict(String id, DimensionResult dimension) {
    Headline headline = Headline.of(dimension);
    return Markup.of(
        """
        <section class="card" aria-labelledby="{}">
        <h2 id="{}">{}</h2>
        <p class="figure">{}</p>
        <p><span class="verdict {}">{}</span> {}</p>
        <dl>
        <div><dt>Breaking point, and what gave way first</dt><dd>{}</dd></div>
        <div><dt>Held constant</dt><dd>{}</dd></div>
        </dl>
        {}</section>\
        """,
        id,
        id,
        headline.words().title(),
        figure(headline),
        style(headline.verdict()),
        headline.verdict(),
        headline.reason(),
        headline.breakingPoint(),
        dimension.fixed(),
        evidence(dimension));
  }

  private static Markup evidence(DimensionResult dimension) {
    BreakingPoint point = dimension.breakingPoint();
    if (point == null
        || point.evidence().isEmpty()
        || dimension.verdict().kind() == Verdict.Kind.INVALID) {
      return Markup.NONE;
    }
    Markup lines =
        point.evidence().stream()
            .map(one -> Markup.of("<li>{}{}</li>", one.text(), one.limit() ? ": at its limit" : ""))
            .collect(Markup.joining());
    return Markup.of(
        "<details><summary>What was seen at the breaking point</summary><ul>{}</ul></details>\n",
        lines);
  }

  private static Markup figure(Headline headline) {
    return headline.number().isEmpty()
        ? Markup.of("{}", headline.bound())
        : Markup.of(
            "{} <strong>{}</strong> {}",
            headline.bound(),
            headline.number(),
            headline.words().unit());
  }

  private static Markup cost(String id, Costs costs) {
    Markup figures =
        costs.facts().stream()
            .map(fact ->
                Markup.of(
                    "<div><dt>{}</dt><dd class=\"figure\"><strong>{}</strong></dd></div>",
                    fact.name(),
                    fact.value()))
            .collect(Markup.joining());
    return Markup.of(
        """
        <section class="card" aria-labelledby="{}">
        <h2 id="{}">{}</h2>
        {}
        <p class="soft">{}</p>
        </section>\
        """,
        id,
        id,
        costs.title(),
        costs.facts().isEmpty()
            ? Markup.of("<p class=\"figure\">unknown</p>")
            : Markup.of("<dl class=\"costs\">{}</dl>", figures),
        costs.method());
  }

  private static String style(Verdict.Kind kind) {
    return switch (kind) {
      case VALID -> "valid";
      case AT_LEAST -> "at-least";
      case INVALID -> "invalid";
    };
  }
}
