package dev.hubbub.reports.words;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a search found, in words. Every report takes them from here, so that no two can differ.
 *
 * @param words how the dimension is spoken of
 * @param bound what the number is ({@code holds}, {@code at least}), or why there is none
 * @param number the number, empty when none may be shown
 * @param verdict how far the number can be trusted
 * @param reason the evidence for the verdict
 * @param uncertainty how exactly the number is known, empty when none may be shown
 * @param breakingPoint the lowest load that failed and what gave way first, or that there is none
 * @param evidence what was seen at the breaking point; empty where there is none
 * @param fixed what was held constant
 */
public record Headline(
    DimensionWords words,
    String bound,
    String number,
    Verdict.Kind verdict,
    String reason,
    String uncertainty,
    String breakingPoint,
    List<String> evidence,
    String fixed) {

  private static final String NO_BREAKING_POINT = "none found";

  /** The words for a search. */
  public static Headline of(DimensionResult dimension) {
    DimensionWords words = DimensionWords.of(dimension.dimension());
    Double held = dimension.held();
    Verdict.Kind verdict = dimension.verdict().kind();
    boolean hasNumber = held != null && verdict != Verdict.Kind.INVALID;
    return new Headline(
        words,
        hasNumber ? bound(verdict) : noNumber(verdict),
        hasNumber ? Numbers.decimal(held) : "",
        verdict,
        PlainText.line(dimension.verdict().reason()),
        Uncertainty.of(dimension, words.unit()),
        breakingPoint(dimension, words),
        evidence(dimension),
        PlainText.line(dimension.fixed()));
  }

  /** The words for each search of a run, in its order. */
  public static List<Headline> of(RunResult run) {
    return run.dimensions().stream().map(Headline::of).toList();
  }

  /**
   * What a run found, for a terminal: a line for the reason why it is partial, two for each search
   * and one for each cost.
   */
  public static List<String> lines(RunResult run) {
    List<String> lines = new ArrayList<>();
    if (run.partialReason() != null) {
      lines.add("PARTIAL: " + PlainText.line(run.partialReason()));
    }
    for (Headline headline : of(run)) {
      lines.add(headline.line());
      lines.add("  breaking point: " + headline.breakingPoint);
    }
    if (run.memory() != null) {
      lines.add("an idle user costs " + Costs.user(run).inWords());
    }
    if (run.cost() != null) {
      lines.add("a message costs " + Costs.message(run).inWords());
    }
    return List.copyOf(lines);
  }

  /** What all searches found, in one sentence. */
  public static String sentence(RunResult run) {
    return run.dimensions().isEmpty()
        ? "nothing was searched"
        : of(run).stream().map(Headline::found).collect(Collectors.joining("; "));
  }

  /** The number with what it is: {@code at least 19,904 users}. */
  public String result() {
    return number.isEmpty() ? bound : bound + " " + number + " " + words.unit();
  }

  /** What gave way first, or why nothing did. */
  public String gaveWay() {
    return breakingPoint.equals(NO_BREAKING_POINT)
        ? "not the server, as far as it was loaded (" + reason + ")"
        : breakingPoint;
  }

  /** The class of its verdict in the style sheet. */
  public String style() {
    return switch (verdict) {
      case VALID -> "valid";
      case AT_LEAST -> "at-least";
      case INVALID -> "invalid";
    };
  }

  /** One line: {@code users: at least 19,904 (AT_LEAST: the server's limit of open files)}. */
  public String line() {
    boolean isNamedByUnit = words.unit().equals(words.name());
    String result = isNamedByUnit ? (bound + " " + number).strip() : result();
    return words.name() + ": " + result + " (" + verdict + ": " + reason + ")";
  }

  private String found() {
    return number.isEmpty() ? words.name() + ": " + bound : result();
  }

  private static String bound(Verdict.Kind verdict) {
    return verdict == Verdict.Kind.AT_LEAST ? "at least" : "holds";
  }

  private static String noNumber(Verdict.Kind verdict) {
    return verdict == Verdict.Kind.INVALID ? "no number" : "no load held";
  }

  private static String breakingPoint(DimensionResult dimension, DimensionWords words) {
    BreakingPoint point = dimension.breakingPoint();
    if (dimension.verdict().kind() == Verdict.Kind.INVALID) {
      return "not concluded";
    }
    return point == null
        ? NO_BREAKING_POINT
        : "%s %s: %s"
            .formatted(Numbers.decimal(point.load()), words.unit(), PlainText.line(point.cause()));
  }

  private static List<String> evidence(DimensionResult dimension) {
    BreakingPoint point = dimension.breakingPoint();
    return point == null || dimension.verdict().kind() == Verdict.Kind.INVALID
        ? List.of()
        : point.evidence().stream()
            .map(one -> PlainText.line(one.text()) + (one.limit() ? ": at its limit" : ""))
            .toList();
  }
}
