package dev.hubbub.reports.compare;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The 99th percentile of latency at a load that both runs were under.
 *
 * @param dimension {@code users} or {@code rate}
 * @param load in its unit
 * @param first of the first run, the median of its steps at this load
 * @param second of the second
 */
public record ComparedLatency(
    String dimension, double load, Tail first, Tail second, Judgement judgement) {
  private static final String CONFIRMATION = "confirm";

  /**
   * At all loads that both runs were under, in the order of the first run's.
   *
   * @param unlike why the runs may not be compared, or nothing
   */
  static List<ComparedLatency> of(RunResult first, RunResult second, Optional<String> unlike) {
    return first.dimensions().stream()
        .flatMap(one ->
            second.dimensions().stream()
                .filter(other -> other.dimension().equals(one.dimension()))
                .flatMap(other -> of(one, other, unlike)))
        .toList();
  }

  private static Stream<ComparedLatency> of(
      DimensionResult first, DimensionResult second, Optional<String> unlike) {
    return steps(first)
        .map(StepResult::target)
        .distinct()
        .sorted()
        .flatMap(load ->
            of(first.dimension(), load, tails(first, load), tails(second, load), unlike).stream());
  }

  private static Optional<ComparedLatency> of(
      String dimension, double load, List<Tail> first, List<Tail> second, Optional<String> unlike) {
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ComparedLatency(
                dimension, load, median(first), median(second), judge(first, second, unlike)));
  }

  private static Judgement judge(List<Tail> first, List<Tail> second, Optional<String> unlike) {
    if (unlike.isPresent()) {
      return Judgement.undecided("not judged: not alike");
    }
    if (first.size() > 1 || second.size() > 1) {
      return Judgement.of(values(first), values(second), false, "windows");
    }
    return Judgement.undecided(
        first.getFirst().overlaps(second.getFirst())
            ? "no difference beyond that of the messages of one window"
            : "these two windows differ; whether the runs do, one window each can't decide");
  }

  private static List<Double> values(List<Tail> tails) {
    return tails.stream().map(Tail::p99Ms).toList();
  }

  private static Tail median(List<Tail> tails) {
    List<Tail> sorted =
        tails.stream().sorted((a, b) -> Double.compare(a.p99Ms(), b.p99Ms())).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private static List<Tail> tails(DimensionResult dimension, double load) {
    return steps(dimension)
        .filter(step -> step.target() == load)
        .flatMap(step -> Tail.of(step.latency()).stream())
        .toList();
  }

  // A confirmation has a window of another length.
  private static Stream<StepResult> steps(DimensionResult dimension) {
    return dimension.steps().stream().filter(step -> !step.phase().equals(CONFIRMATION));
  }
}
