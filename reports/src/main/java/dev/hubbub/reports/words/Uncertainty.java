package dev.hubbub.reports.words;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Spread;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.text.Numbers;

/** How exactly a search knows its number, in words. */
final class Uncertainty {
  private Uncertainty() {}

  /**
   * The words, with the unit; empty where there is no number. Several searches tell by their
   * spread; one by the loads between which it gave way.
   */
  static String of(DimensionResult dimension, String unit) {
    Double held = dimension.held();
    if (held == null || dimension.verdict().kind() == Verdict.Kind.INVALID) {
      return "";
    }
    Spread spread = dimension.spread();
    if (spread != null) {
      return "%s to %s %s in %s searches"
          .formatted(
              Numbers.decimal(spread.min()),
              Numbers.decimal(spread.max()),
              unit,
              Numbers.count(dimension.repeats().size()));
    }
    BreakingPoint point = dimension.breakingPoint();
    if (point != null && point.load() > held) {
      return "between %s (held) and %s %s (failed), of one search"
          .formatted(Numbers.decimal(held), Numbers.decimal(point.load()), unit);
    }
    return dimension.verdict().kind() == Verdict.Kind.AT_LEAST
        ? "a lower bound; how much more it holds was not found"
        : "of one search, whose spread is not known";
  }
}
