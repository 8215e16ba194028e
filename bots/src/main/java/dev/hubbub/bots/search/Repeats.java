package dev.hubbub.bots.search;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Spread;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes one result of several searches in the same dimension: the median, with the spread.
 *
 * <p>The weakest verdict among the numbers is that of the whole: one lower bound among them makes
 * the median a lower bound. Searches that were invalid have no number; where they are half of all
 * or more, the whole is invalid. Numbers that lie further apart than {@value #AGREE_SHARE_MAX} of
 * the median are owned up to, with what the lowest and the highest search ran into. Pure.
 */
public final class Repeats {
  /** Spread over the median up to which searches agree. */
  public static final double AGREE_SHARE_MAX = 0.1;

  private Repeats() {}

  /** The result of these searches, at least one, in the order in which they were run. */
  public static DimensionResult combine(List<DimensionResult> searches) {
    if (searches.size() == 1) {
      return searches.getFirst();
    }
    List<DimensionResult> numbers =
        searches.stream()
            .filter(search -> search.verdict().kind() != Kind.INVALID && search.held() != null)
            .sorted(Comparator.comparingDouble(Repeats::held))
            .toList();
    if (numbers.isEmpty() || numbers.size() * 2 <= searches.size()) {
      return withoutNumber(searches, numbers.size());
    }
    DimensionResult median = numbers.get((numbers.size() - 1) / 2);
    Spread spread = new Spread(held(numbers.getFirst()), held(median), held(numbers.getLast()));
    Verdict verdict = verdict(searches, numbers, spread);
    return result(searches, median, verdict, spread);
  }

  private static Verdict verdict(
      List<DimensionResult> searches, List<DimensionResult> numbers, Spread spread) {
    Verdict weakest =
        numbers.stream()
            .map(DimensionResult::verdict)
            .filter(verdict -> verdict.kind() == Kind.AT_LEAST)
            .findFirst()
            .orElse(numbers.getFirst().verdict());
    List<String> reasons = new ArrayList<>();
    reasons.add(weakest.reason());
    reasons.add(
        String.format(
            Locale.ROOT,
            "median of %d searches from %,.0f to %,.0f, spread %.1f %%",
            numbers.size(),
            spread.min(),
            spread.max(),
            spread.relative() * 100));
    searches.stream()
        .filter(search -> !numbers.contains(search))
        .forEach(search -> reasons.add("one more gave no number: " + search.verdict().reason()));
    if (spread.relative() > AGREE_SHARE_MAX) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "they do not agree: the lowest ended with '%s', the highest with '%s'",
              end(numbers.getFirst()),
              end(numbers.getLast())));
    }
    return new Verdict(weakest.kind(), String.join("; ", reasons));
  }

  private static DimensionResult withoutNumber(List<DimensionResult> searches, int numbers) {
    List<DimensionResult> invalid =
        searches.stream().filter(search -> search.verdict().kind() == Kind.INVALID).toList();
    DimensionResult first = invalid.isEmpty() ? firstWithoutNumber(searches) : invalid.getFirst();
    String reason =
        String.format(
            Locale.ROOT,
            "%d of %d searches gave no number: %s",
            searches.size() - numbers,
            searches.size(),
            first.verdict().reason());
    // That nothing was held is a finding as long as no search says otherwise.
    Kind kind = invalid.isEmpty() && numbers == 0 ? first.verdict().kind() : Kind.INVALID;
    return result(searches, first, new Verdict(kind, reason), null);
  }

  private static DimensionResult firstWithoutNumber(List<DimensionResult> searches) {
    return searches.stream().filter(search -> search.held() == null).findFirst().orElseThrow();
  }

  private static DimensionResult result(
      List<DimensionResult> searches,
      DimensionResult typical,
      Verdict verdict,
      @Nullable Spread spread) {
    return new DimensionResult(
        typical.dimension(),
        spread == null ? null : spread.median(),
        verdict,
        typical.breakingPoint(),
        typical.fixed(),
        searches.stream().flatMap(search -> search.steps().stream()).toList(),
        searches.stream().flatMap(search -> search.repeats().stream()).toList(),
        spread);
  }

  private static String end(DimensionResult search) {
    BreakingPoint point = search.breakingPoint();
    return point == null ? search.verdict().reason() : point.cause();
  }

  private static double held(DimensionResult search) {
    return Objects.requireNonNull(search.held());
  }
}
