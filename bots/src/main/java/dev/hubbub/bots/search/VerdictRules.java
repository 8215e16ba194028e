package dev.hubbub.bots.search;

import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the outcome of a search and the evidence of its steps into a verdict. */
public final class VerdictRules {
  private final Attribution attribution;

  /** Names causes by this attribution. */
  public VerdictRules(Attribution attribution) {
    this.attribution = attribution;
  }

  /** The lowest load at which the server failed, or null when it never did. */
  public @Nullable BreakingPoint breakingPoint(SearchOutcome outcome, List<StepOutcome> steps) {
    Long broken = outcome.broken();
    if (broken == null) {
      return null;
    }
    return steps.stream()
        .filter(step -> step.observation().load() == broken)
        .filter(step -> step.observation().outcome() == Outcome.FAILED)
        // The last try: the server was warmest then.
        .reduce((_, last) -> last)
        .map(StepOutcome::result)
        .map(step -> new BreakingPoint(broken, attribution.cause(step), attribution.evidence(step)))
        .orElseThrow(() -> new IllegalArgumentException("no step failed at " + broken));
  }

  /**
   * How far the outcome can be trusted.
   *
   * @param stopReason what ended the search from outside or used up its budget, in words; null when
   *     it came to its own end
   */
  public Verdict verdict(
      SearchOutcome outcome, List<StepOutcome> steps, @Nullable String stopReason) {
    Verdict verdict =
        switch (outcome.end()) {
          case NARROWED -> new Verdict(Kind.VALID, "the server was the limit");
          case BROKEN_FROM_START -> fromStart(outcome, steps);
          case CEILING_HELD ->
              new Verdict(Kind.AT_LEAST, Objects.requireNonNull(outcome.ceiling()).reason());
          case GENERATOR_LIMIT -> new Verdict(Kind.AT_LEAST, limited(outcome, steps));
          case UNSTEADY ->
              new Verdict(
                  Kind.INVALID, "not steady: loads that had held failed when they were repeated");
          case WORKER_LOST ->
              new Verdict(
                  Kind.INVALID, Objects.requireNonNullElse(stopReason, "a worker was lost"));
          case OUT_OF_STEPS -> unfinished(outcome, "the search used up its steps");
          case OUT_OF_TIME, STOPPED ->
              unfinished(outcome, Objects.requireNonNullElse(stopReason, "the search was ended"));
        };
    return new Verdict(verdict.kind(), verdict.reason() + hiccups(outcome));
  }

  private Verdict fromStart(SearchOutcome outcome, List<StepOutcome> steps) {
    Long broken = outcome.broken();
    Long limited = outcome.limited();
    if (broken == null || (limited != null && limited < broken)) {
      return new Verdict(Kind.INVALID, limited(outcome, steps));
    }
    String down = String.format(Locale.ROOT, "down to %,d", broken);
    return new Verdict(Kind.VALID, "the SLO failed at every load that was tried, " + down);
  }

  private static String limited(SearchOutcome outcome, List<StepOutcome> steps) {
    Long limited = outcome.limited();
    String evidence =
        steps.stream()
            .filter(step -> limited != null && step.observation().load() == limited)
            .map(step -> step.result().generatorLimit())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("the generator was at its limit");
    return limited == null ? evidence : String.format(Locale.ROOT, "at %,d %s", limited, evidence);
  }

  private static Verdict unfinished(SearchOutcome outcome, String why) {
    if (outcome.held() == null) {
      return new Verdict(Kind.INVALID, why + " before a load had held");
    }
    Ceiling ceiling = outcome.ceiling();
    if (ceiling != null && outcome.held() >= ceiling.load()) {
      return new Verdict(Kind.AT_LEAST, ceiling.reason() + "; " + why + " before it was confirmed");
    }
    String narrowed =
        outcome.broken() == null
            ? " before the server failed at a load"
            : " before it was narrowed";
    String confirmed = outcome.confirmed() ? "" : "; not confirmed over the longer window";
    return new Verdict(Kind.AT_LEAST, why + narrowed + confirmed);
  }

  private static String hiccups(SearchOutcome outcome) {
    return switch (outcome.hiccups()) {
      case 0 -> "";
      case 1 -> "; one step failed and held when it was repeated";
      default -> "; " + outcome.hiccups() + " steps failed and held when they were repeated";
    };
  }
}
