package dev.hubbub.reports.chart;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.StepResult;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Finds the step that a search's number rests on. */
public final class Decisive {
  private Decisive() {}

  /**
   * The last confirmation that held; without one, the highest step that held; without that, the
   * last one. Null without any step.
   */
  public static @Nullable StepResult step(DimensionResult dimension) {
    return dimension.steps().stream()
        .filter(step -> Mark.isConfirmation(step) && step.held())
        .reduce((first, second) -> second)
        .or(() ->
            dimension.steps().stream()
                .filter(StepResult::held)
                .max(Comparator.comparingDouble(StepResult::target)))
        .or(() -> dimension.steps().reversed().stream().findFirst())
        .orElse(null);
  }

  /** What the step was, in words. */
  public static String words(StepResult step) {
    if (Mark.isConfirmation(step) && step.held()) {
      return "the confirmation";
    }
    return step.held() ? "the highest step that held, unconfirmed" : "the last step, which failed";
  }
}
