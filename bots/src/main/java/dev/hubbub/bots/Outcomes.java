package dev.hubbub.bots;

import dev.hubbub.bots.chaos.ChaosCount;
import dev.hubbub.bots.engine.ActionOutcome;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.workload.Abuse;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.BacklogTrend;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one measurement of what several workers measured. Pure. */
final class Outcomes {
  private final Collection<RunOutcome> outcomes;

  /** The outcomes of one run, of at least one worker. */
  Outcomes(Collection<RunOutcome> outcomes) {
    this.outcomes = outcomes;
  }

  /** One growth of those of several workers; none when no worker had to grow. */
  static Growth growth(Collection<GrowOutcome> parts, int users, double seconds) {
    return new Growth(
        parts.stream()
            .map(GrowOutcome::counts)
            .reduce(ConnectionCounts.NONE, ConnectionCounts::plus),
        users,
        seconds,
        LatencyRecorder.merge(parts.stream().map(GrowOutcome::registration).toList()).percentiles(),
        parts.stream()
            .map(GrowOutcome::firstError)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        parts.stream().map(GrowOutcome::pace).reduce(GrowPace.NONE, GrowPace::max));
  }

  StepMeasurement step() {
    MessageCounts messages = messages();
    List<Long> backlog = backlog();
    double windowSeconds = max(RunOutcome::windowSeconds);
    return new StepMeasurement(
        users(),
        messages,
        dropped(),
        backlog.getFirst(),
        backlog.getLast(),
        BacklogTrend.grows(backlog, messages.offered()),
        latencyOfMessages(),
        sendLag(),
        windowSeconds,
        windowSeconds > 0 ? deliveredInWindow() / windowSeconds : 0,
        max(o -> o.usage().cpuShare()),
        generatorCpuMicrosPerMessage(),
        max(o -> o.usage().cpuWaitShare()),
        max(o -> o.usage().loopLagMsMax()),
        max(o -> o.usage().gcMs()),
        (long) max(RunOutcome::openFiles),
        Intervals.merge(outcomes.stream().map(RunOutcome::intervals).toList()),
        anomalies());
  }

  SwarmMeasurement swarm() {
    return new SwarmMeasurement(
        users(),
        max(RunOutcome::windowSeconds),
        Stream.of(Action.values()).filter(this::occurred).map(this::result).toList(),
        sendLag(),
        dropped(),
        max(o -> o.usage().cpuShare()),
        max(o -> o.usage().loopLagMsMax()),
        anomalies(),
        chaos());
  }

  private List<ChaosCount> chaos() {
    Map<Abuse, ChaosCount> sums = new EnumMap<>(Abuse.class);
    for (RunOutcome outcome : outcomes) {
      outcome.chaos().forEach(count -> sums.merge(count.abuse(), count, ChaosCount::plus));
    }
    return List.copyOf(sums.values());
  }

  // What a slow reader does not take is no failure of the server.
  private Stream<ActionOutcome> ofMessages() {
    return outcomes.stream()
        .flatMap(o -> o.actions().stream())
        .filter(a -> !SwarmResult.isApart(a.action()));
  }

  private MessageCounts messages() {
    return ofMessages().map(ActionOutcome::counts).reduce(MessageCounts.NONE, MessageCounts::plus);
  }

  private Percentiles latencyOfMessages() {
    return LatencyRecorder.merge(ofMessages().map(ActionOutcome::latency).toList()).percentiles();
  }

  private @Nullable Double generatorCpuMicrosPerMessage() {
    double cpuMs = outcomes.stream().mapToDouble(o -> o.usage().cpuMs()).sum();
    return deliveredInWindow() < 1 ? null : (Double) (cpuMs * 1e3 / deliveredInWindow());
  }

  private boolean occurred(Action action) {
    return of(action).findAny().isPresent();
  }

  private SwarmMeasurement.ActionResult result(Action action) {
    return new SwarmMeasurement.ActionResult(action, counts(action), latency(action));
  }

  private Stream<ActionOutcome> of(Action action) {
    return outcomes.stream().flatMap(o -> o.actions().stream()).filter(a -> a.action() == action);
  }

  private MessageCounts counts(Action action) {
    return of(action).map(ActionOutcome::counts).reduce(MessageCounts.NONE, MessageCounts::plus);
  }

  private Percentiles latency(Action action) {
    return LatencyRecorder.merge(of(action).map(ActionOutcome::latency).toList()).percentiles();
  }

  private Percentiles sendLag() {
    return LatencyRecorder.merge(outcomes.stream().map(RunOutcome::sendLag).toList()).percentiles();
  }

  private int users() {
    return outcomes.stream().mapToInt(RunOutcome::users).sum();
  }

  private long dropped() {
    return outcomes.stream().mapToLong(RunOutcome::dropped).sum();
  }

  private long deliveredInWindow() {
    return outcomes.stream().mapToLong(RunOutcome::deliveredInWindow).sum();
  }

  // A run that was cut short may have fewer samples in one worker than in another; the last one is
  // that of the end of the window in each.
  private List<Long> backlog() {
    int samples = outcomes.stream().mapToInt(o -> o.backlog().size()).min().orElse(0);
    List<Long> sums = new ArrayList<>();
    for (int i = samples; i > 0; i--) {
      int fromEnd = i;
      sums.add(
          outcomes.stream().mapToLong(o -> o.backlog().get(o.backlog().size() - fromEnd)).sum());
    }
    return sums;
  }

  private double max(ToDoubleFunction<RunOutcome> figure) {
    return outcomes.stream().mapToDouble(figure).max().orElse(0);
  }

  private List<String> anomalies() {
    Map<String, Long> sums = new TreeMap<>();
    outcomes.forEach(
        o -> o.anomalies().forEach((what, count) -> sums.merge(what, count, Long::sum)));
    return sums.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList();
  }
}
