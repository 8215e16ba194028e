package dev.hubbub.bots;

import dev.hubbub.bots.engine.IntervalSample;
import dev.hubbub.measure.result.GeneratorSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes one series of those of several workers, whose windows begin together. Pure. */
final class Intervals {
  private Intervals() {}

  /** The series, as long as the shortest of them: a worker's share may not be missing. */
  static GeneratorSeries merge(List<List<IntervalSample>> workers) {
    int length = workers.stream().mapToInt(List::size).min().orElse(0);
    List<List<IntervalSample>> intervals =
        IntStream.range(0, length)
            .mapToObj(i -> workers.stream().map(worker -> worker.get(i)).toList())
            .toList();
    return new GeneratorSeries(
        each(intervals, interval -> max(interval, IntervalSample::seconds)),
        each(
            intervals,
            interval ->
                interval.stream().mapToDouble(one -> one.delivered() / one.lengthSeconds()).sum()),
        each(intervals, interval -> slowest(interval, IntervalSample::p50Ms)),
        each(intervals, interval -> slowest(interval, IntervalSample::p99Ms)),
        each(intervals, interval -> slowest(interval, IntervalSample::msMax)),
        each(intervals, interval -> max(interval, IntervalSample::cpuShare)),
        each(intervals, interval -> max(interval, IntervalSample::loopLagMsMax)),
        each(intervals, interval -> max(interval, IntervalSample::gcMs)));
  }

  // No stream's list, which takes no null.
  private static <T extends @Nullable Double> List<T> each(
      List<List<IntervalSample>> intervals, Function<List<IntervalSample>, T> figure) {
    List<T> all = new ArrayList<>();
    intervals.forEach(interval -> all.add(figure.apply(interval)));
    return all;
  }

  private static double max(
      List<IntervalSample> interval, ToDoubleFunction<IntervalSample> figure) {
    return interval.stream().mapToDouble(figure).max().orElse(0);
  }

  private static @Nullable Double slowest(
      List<IntervalSample> interval, Function<IntervalSample, @Nullable Double> figure) {
    return interval.stream().map(figure).filter(Objects::nonNull).max(Double::compare).orElse(null);
  }
}
