package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.StepResult;
import java.util.stream.Collectors;

/** Whether a step held, in a few words. */
final class Judgement {
  private Judgement() {}

  static String of(StepResult step) {
    if (step.held()) {
      return "held";
    }
    String clauses =
        step.failures().stream()
            .map(failure -> failure.clause() + " " + failure.actual())
            .collect(Collectors.joining(", "));
    return step.generatorLimit() == null
        ? "failed: " + clauses
        : "proves nothing: " + clauses + ", but " + step.generatorLimit();
  }
}
