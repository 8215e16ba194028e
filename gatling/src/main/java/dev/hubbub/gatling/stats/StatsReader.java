package dev.hubbub.gatling.stats;

import dev.hubbub.gatling.times.RecordedTimes;
import dev.hubbub.gatling.times.StepKey;
import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.Group;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.charts.stats.RequestStatsPath;
import io.gatling.charts.stats.RunInfo;
import io.gatling.charts.stats.StatsPath;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.stats.ErrorStats;
import io.gatling.shared.model.assertion.AssertionMessage;
import io.gatling.shared.model.assertion.AssertionResult;
import io.gatling.shared.model.assertion.AssertionValidator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Reads a run's log by Gatling's own reader, which must be of the version that wrote it. */
public final class StatsReader {
  private static final double MS_PER_SECOND = 1e3;

  private final LogFileData data;
  private final RecordedTimes times;

  private StatsReader(LogFileData data, RecordedTimes times) {
    this.data = data;
    this.times = times;
  }

  /**
   * The figures of one run.
   *
   * @param folder of the run, which holds {@code simulation.log}
   * @param times of the steps, as the protocol kept them
   * @param origin where the run comes from
   */
  public static GatlingStats read(Path folder, RecordedTimes times, RunOrigin origin) {
    LogFileData data =
        LogFileReader.apply(
                folder.getFileName().toString(),
                folder.toAbsolutePath().getParent(),
                GatlingConfiguration.load())
            .read();
    return new StatsReader(data, times).all(origin);
  }

  private GatlingStats all(RunOrigin origin) {
    RunInfo run = data.runInfo();
    List<AssertionOutcome> assertions = assertions();
    return new GatlingStats(
        GatlingStats.SCHEMA_VERSION,
        GatlingStats.KIND,
        origin.command(),
        origin.simulation(),
        origin.question(),
        origin.parameters(),
        origin.environment(),
        Instant.ofEpochMilli(run.injectStart()),
        elapsedSeconds(),
        warmupSeconds(),
        assertions.stream().allMatch(AssertionOutcome::held),
        assertions,
        CollectionConverters.asJava(data.scenarioNames()),
        total(),
        steps(),
        failures(),
        SeriesReader.read(data));
  }

  private double elapsedSeconds() {
    RunInfo run = data.runInfo();
    return (run.injectEnd() - run.injectStart()) / MS_PER_SECOND;
  }

  private double warmupSeconds() {
    Long begunAtMs = times.begunAtMs();
    return begunAtMs == null
        ? 0
        : Math.max(0, begunAtMs - data.runInfo().injectStart()) / MS_PER_SECOND;
  }

  private List<AssertionOutcome> assertions() {
    List<AssertionOutcome> outcomes = new ArrayList<>();
    for (AssertionResult result :
        CollectionConverters.asJava(
            new AssertionValidator(data).validateAssertions(data.assertions()))) {
      outcomes.add(
          new AssertionOutcome(
              AssertionMessage.message(result.assertion()), result.success(), actual(result)));
    }
    return outcomes;
  }

  private static @Nullable Double actual(AssertionResult result) {
    return result instanceof AssertionResult.Resolved resolved ? resolved.actualValue() : null;
  }

  private StepStats total() {
    Histogram sum = null;
    for (Histogram one : times.steps().values()) {
      if (sum == null) {
        sum = one.copy();
      } else {
        sum.add(one);
      }
    }
    return step(List.of(), "", Option.empty(), Option.empty(), sum);
  }

  private List<StepStats> steps() {
    List<StepStats> steps = new ArrayList<>();
    for (StatsPath path : CollectionConverters.asJava(data.statsPaths())) {
      if (path instanceof RequestStatsPath request) {
        List<String> groups =
            request.group().isEmpty()
                ? List.of()
                : CollectionConverters.asJava(request.group().get().hierarchy());
        steps.add(
            step(
                groups,
                request.request(),
                Option.apply(request.request()),
                request.group(),
                times.steps().get(new StepKey(groups, request.request()))));
      }
    }
    return steps;
  }

  private StepStats step(
      List<String> groups,
      String name,
      Option<String> request,
      Option<Group> group,
      @Nullable Histogram histogram) {
    GeneralStats succeeded = stats(request, group, OK$.MODULE$);
    GeneralStats failed = stats(request, group, KO$.MODULE$);
    long succeededCount = succeeded == null ? 0 : succeeded.count();
    long failedCount = failed == null ? 0 : failed.count();
    return new StepStats(
        groups,
        name,
        succeededCount,
        failedCount,
        // Not Gatling's own figure, which is of whole seconds, rounded up.
        (succeededCount + failedCount) / (elapsedSeconds() - warmupSeconds()),
        succeeded == null ? null : Distributions.logged(succeeded),
        histogram == null ? null : Distributions.percentiles(histogram));
  }

  private @Nullable GeneralStats stats(Option<String> request, Option<Group> group, Status status) {
    Option<GeneralStats> found = data.requestGeneralStats(request, group, Option.apply(status));
    return found.isDefined() && found.get().count() > 0 ? found.get() : null;
  }

  private List<FailureCount> failures() {
    List<FailureCount> failures = new ArrayList<>();
    for (ErrorStats error :
        CollectionConverters.asJava(data.errors(Option.empty(), Option.empty()))) {
      failures.add(new FailureCount(error.message(), error.count()));
    }
    return failures;
  }
}
