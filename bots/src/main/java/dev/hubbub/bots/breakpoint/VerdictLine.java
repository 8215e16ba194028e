package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RepeatResult;
import dev.hubbub.measure.result.Verdict;
import java.util.List;
import java.util.Locale;

/** A result in one line: never a number without its verdict. */
public final class VerdictLine {
  private VerdictLine() {}

  /**
   * For example {@code users: at least 19,904 (AT_LEAST: …), at 0.1 messages a second and user}.
   */
  public static String of(DimensionResult result) {
    Verdict verdict = result.verdict();
    String line =
        String.format(
            Locale.ROOT,
            "%s: %s (%s: %s), at %s",
            result.dimension(),
            capacity(result),
            verdict.kind(),
            verdict.reason(),
            result.fixed());
    BreakingPoint breaking = result.breakingPoint();
    return breaking == null || verdict.kind() == Verdict.Kind.INVALID
        ? line
        : String.format(
            Locale.ROOT, "%s; breaks at %,.0f: %s", line, breaking.load(), breaking.cause());
  }

  /** What each of several searches found, a line each; none where there was one only. */
  public static List<String> repeats(DimensionResult result) {
    return result.repeats().size() < 2
        ? List.of()
        : result.repeats().stream().map(VerdictLine::repeat).toList();
  }

  private static String repeat(RepeatResult search) {
    return String.format(
        Locale.ROOT,
        "search: %s (%s: %s)%s",
        search.held() == null ? "no number" : String.format(Locale.ROOT, "%,.0f", search.held()),
        search.verdict().kind(),
        search.verdict().reason(),
        search.broken() == null
            ? ""
            : String.format(Locale.ROOT, ", broke at %,.0f", search.broken()));
  }

  /** What was known about the limits at the breaking point, a line each; none without one. */
  public static List<String> evidence(DimensionResult result) {
    BreakingPoint breaking = result.breakingPoint();
    return breaking == null || result.verdict().kind() == Verdict.Kind.INVALID
        ? List.of()
        : breaking.evidence().stream()
            .map(one -> (one.limit() ? "  limit: " : "  seen: ") + one.text())
            .toList();
  }

  private static String capacity(DimensionResult result) {
    if (result.verdict().kind() == Verdict.Kind.INVALID) {
      return "no number";
    }
    if (result.held() == null) {
      return "none held";
    }
    String unit = result.dimension().equals("rate") ? " messages a second" : "";
    String least = result.verdict().kind() == Verdict.Kind.AT_LEAST ? "at least " : "";
    return String.format(Locale.ROOT, "%s%,.0f%s", least, result.held(), unit);
  }
}
