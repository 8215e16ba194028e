package dev.hubbub.reports;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.text.PlainText;
import dev.hubbub.reports.words.Headline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report comes to, for a badge: an SVG of its own, and the <a
 * href="https://shields.io/badges/endpoint-badge">endpoint JSON of shields.io</a>.
 *
 * @param label left
 * @param message right
 * @param color by its name at shields.io
 */
public record Badge(String label, String message, String color) {
  // Verdana at 11 px, whose letters are 7 px wide on average.
  private static final int LETTER_PIXELS = 7;
  private static final int MARGIN_PIXELS = 10;
  private static final int LETTERS_MAX = 80;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The badge of a report. */
  public static Badge of(Report report) {
    RunResult run = report.run();
    if (run == null || run.dimensions().isEmpty()) {
      return new Badge("hubbub", "no capacity measured", "lightgrey");
    }
    List<Headline> headlines = Headline.of(run);
    String message =
        headlines.stream()
            .map(one ->
                one.number().isEmpty() ? one.words().name() + ": " + one.bound() : one.result())
            .collect(Collectors.joining(", "));
    String partial = run.partialReason() == null ? "" : "partial: ";
    return new Badge("hubbub", shortened(partial + PlainText.line(message)), color(run, headlines));
  }

  /** The JSON for shields.io, ending with a line feed. */
  public String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schemaVersion", 1);
    fields.put("label", label);
    fields.put("message", message);
    fields.put("color", color);
    return MAPPER.writeValueAsString(fields) + "\n";
  }

  /** The picture. */
  public String svg() {
    return PlainText.clean(Templates.render("badge.jte", "badge", this));
  }

  /** Width of the whole. */
  public int width() {
    return labelWidth() + messageWidth();
  }

  /** Width of its left side. */
  public int labelWidth() {
    return width(label);
  }

  /** Width of its right side. */
  public int messageWidth() {
    return width(message);
  }

  /** Middle of its left side. */
  public int labelMiddle() {
    return labelWidth() / 2;
  }

  /** Middle of its right side. */
  public int messageMiddle() {
    return labelWidth() + messageWidth() / 2;
  }

  /** The colour of its right side, dark enough for white letters. */
  public String fill() {
    return switch (color) {
      case "green" -> "#2c6e2f";
      case "blue" -> "#1c5d99";
      case "red" -> "#a4262c";
      case "orange" -> "#9a5200";
      default -> "#5f5f5f";
    };
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length()) * LETTER_PIXELS + MARGIN_PIXELS;
  }

  private static String color(RunResult run, List<Headline> headlines) {
    if (headlines.stream().anyMatch(one -> one.verdict() == Verdict.Kind.INVALID)) {
      return "red";
    }
    if (run.partialReason() != null || headlines.stream().anyMatch(one -> one.number().isEmpty())) {
      return "orange";
    }
    return headlines.stream().allMatch(one -> one.verdict() == Verdict.Kind.VALID)
        ? "green"
        : "blue";
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LETTERS_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LETTERS_MAX)) + "…";
  }
}
