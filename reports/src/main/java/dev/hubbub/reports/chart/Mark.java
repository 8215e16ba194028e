package dev.hubbub.reports.chart;

import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.Markup;
import java.util.List;

/** A mark in a chart: whether a step held, and whether it was a confirmation, by its shape. */
public enum Mark {
  /** A figure that decides nothing. */
  PLAIN("", "<circle r=\"2\"/>"),
  /** A step that held. */
  HELD("held", "<circle r=\"3.6\"/>"),
  /** A step that failed. */
  FAILED("failed", "<path class=\"cross\" d=\"M-4-4 4 4M4-4-4 4\"/>"),
  /** A confirmation over a longer window that held. */
  CONFIRMED("confirmed", "<path d=\"M0-6 6 0 0 6-6 0Z\"/>"),
  /** A confirmation over a longer window that failed. */
  NOT_CONFIRMED(
      "not confirmed",
      "<path class=\"hollow\" d=\"M0-7 7 0 0 7-7 0Z\"/><path class=\"cross\" d=\"M-3-3 3 3M3-3-3"
          + " 3\"/>");

  /** Marks of a line at most: more cover each other. */
  static final int SHOWN_MAX = 200;

  private final String words;
  private final String shape;

  Mark(String words, String shape) {
    this.words = words;
    this.shape = shape;
  }

  static Mark of(StepResult step) {
    if (isConfirmation(step)) {
      return step.held() ? CONFIRMED : NOT_CONFIRMED;
    }
    return step.held() ? HELD : FAILED;
  }

  /** Whether a step confirms a result over a longer window. */
  public static boolean isConfirmation(StepResult step) {
    return step.phase().equals("confirm");
  }

  /** The marks that say what became of a step. */
  public static List<Mark> ofSteps() {
    return List.of(HELD, FAILED, CONFIRMED, NOT_CONFIRMED);
  }

  /** What the mark says. */
  public String words() {
    return words;
  }

  /** The mark's shape around the origin, as SVG. */
  public Markup shape() {
    return new Markup(shape);
  }
}
