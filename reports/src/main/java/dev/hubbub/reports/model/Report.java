package dev.hubbub.reports.model;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All results that one report shows. Its first run is the one that is headlined.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param runs of {@code capacity} and {@code breakpoint}
 * @param comparisons of {@code compare}
 * @param swarms of the command of that name
 * @param containers what containers of several sizes carry
 * @param benchmarks of JMH
 * @param simulations of Gatling
 */
public record Report(
    int schemaVersion,
    List<RunResult> runs,
    List<CompareResult> comparisons,
    List<SwarmRun> swarms,
    List<ContainerSizes> containers,
    List<JmhBenchmark> benchmarks,
    List<GatlingRun> simulations) {
  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 1;

  /** A report without any result. */
  public static final Report EMPTY =
      new Report(SCHEMA_VERSION, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** A report of one run. */
  public static Report of(RunResult run) {
    return new Report(
        SCHEMA_VERSION, List.of(run), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The results of this report, followed by those of another. */
  public Report plus(Report other) {
    return new Report(
        SCHEMA_VERSION,
        join(runs, other.runs),
        join(comparisons, other.comparisons),
        join(swarms, other.swarms),
        join(containers, other.containers),
        join(benchmarks, other.benchmarks),
        join(simulations, other.simulations));
  }

  /** The run that is headlined, or null when there is none. */
  public @Nullable RunResult run() {
    return runs.isEmpty() ? null : runs.getFirst();
  }

  private static <T> List<T> join(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
