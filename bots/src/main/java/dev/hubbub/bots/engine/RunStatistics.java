package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.DeliveryListener;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.ShoutLedger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in a run, and before it, since the last one. What is offered, sent,
 * delivered, refused and how long it took counts when it was due in the window; a loss, a copy and
 * a swap always.
 */
final class RunStatistics implements DeliveryListener<Action> {
  private static final int ANOMALY_KINDS_MAX = 20;

  private final NanoClock clock;
  private final Map<Action, ActionStatistics> actions = new EnumMap<>(Action.class);
  private final LatencyRecorder sendLag = new LatencyRecorder();
  private final LatencyRecorder phaseLatency = new LatencyRecorder();
  private final LatencyRecorder intervalLatency = new LatencyRecorder();
  private final Map<String, Long> anomalies = new TreeMap<>();
  private long replyNsMax = Long.MAX_VALUE;
  private boolean hasWindow;
  private long windowStartNs;
  private long windowEndNs;
  private long phaseSent;
  private long phaseDelivered;
  private long deliveredInWindow;

  RunStatistics(NanoClock clock) {
    this.clock = clock;
  }

  /** Begins anew: what comes from now on belongs to the next run. */
  void reset() {
    actions.clear();
    sendLag.reset();
    anomalies.clear();
    hasWindow = false;
    deliveredInWindow = 0;
    startPhase();
  }

  /** Sets the window, in the time of the clock. */
  void window(long startNs, long endNs) {
    hasWindow = true;
    windowStartNs = startNs;
    windowEndNs = endNs;
  }

  /** Begins another phase for the figures of the progress. */
  void startPhase() {
    phaseSent = 0;
    phaseDelivered = 0;
    phaseLatency.reset();
    intervalLatency.reset();
  }

  void offered(Action action, long dueNs) {
    if (isInWindow(dueNs)) {
      of(action).offered++;
    }
  }

  /** Sets the longest that an answer may take, from the due time; null: any time. */
  void replyNsMax(@Nullable Long limitNs) {
    replyNsMax = limitNs == null ? Long.MAX_VALUE : limitNs;
  }

  /** Notes that the server has cut off a slow reader just now. */
  void cutOff(long nowNs) {
    offered(Action.CUT_OFF, nowNs);
    if (isInWindow(nowNs)) {
      of(Action.CUT_OFF).sent++;
      of(Action.CUT_OFF).delivered++;
    }
  }

  /** Notes that an action was carried out just now. */
  void sent(Action action, long dueNs) {
    phaseSent++;
    if (isInWindow(dueNs)) {
      of(action).sent++;
      sendLag.record(clock.nanoTime() - dueNs);
    }
  }

  @Override
  public void delivered(Action action, long dueNs, boolean reordered) {
    delivered(action, dueNs);
    if (reordered) {
      of(action).reordered++;
    }
  }

  /** Notes that an action has had its effect just now. */
  void delivered(Action action, long dueNs) {
    long nowNs = clock.nanoTime();
    phaseDelivered++;
    if (nowNs - dueNs > replyNsMax && action.isAnswered()) {
      anomaly("answers came after the reply time-out");
    }
    phaseLatency.record(nowNs - dueNs);
    intervalLatency.record(nowNs - dueNs);
    if (isInWindow(nowNs)) {
      deliveredInWindow++;
    }
    if (isInWindow(dueNs)) {
      ActionStatistics statistics = of(action);
      statistics.delivered++;
      statistics.latency.record(nowNs - dueNs);
    }
  }

  @Override
  public void refused(Action action, long dueNs) {
    if (isInWindow(dueNs)) {
      of(action).refused++;
    }
  }

  @Override
  public void lost(Action action, long dueNs) {
    of(action).lost++;
  }

  @Override
  public void duplicated() {
    duplicated(Action.DIRECT);
  }

  void duplicated(Action action) {
    of(action).duplicated++;
  }

  @Override
  public void misdelivered() {
    anomaly("messages arrived at a user whom they were not meant for");
  }

  @Override
  public void late() {
    of(Action.DIRECT).late++;
  }

  @Override
  public void strayRefusal() {
    anomaly("error replies about messages that nobody had sent");
  }

  /** Counts something that should not happen, by its name in the plural. */
  void anomaly(String what) {
    boolean known = anomalies.containsKey(what) || anomalies.size() < ANOMALY_KINDS_MAX;
    anomalies.merge(known ? what : "other anomalies", 1L, Long::sum);
  }

  /** Notes what became of the copies of a message to everyone. */
  void copies(ShoutLedger.Copies copies) {
    ActionStatistics action = of(Action.SHOUT_COPY);
    if (isInWindow(copies.dueNs())) {
      long due = copies.received() + copies.lost();
      action.offered += due;
      action.sent += due;
    }
    action.lost += copies.lost();
  }

  void progress(RunListener listener) {
    listener.progress(phaseSent, phaseDelivered, phaseLatency.p99Ms());
  }

  /** The latency of what arrived since its last reset or the start of the phase. */
  LatencyRecorder intervalLatency() {
    return intervalLatency;
  }

  List<ActionOutcome> outcomes() {
    return actions.entrySet().stream()
        .map(e ->
            new ActionOutcome(e.getKey(), e.getValue().counts(), e.getValue().latency.encode()))
        .toList();
  }

  String sendLag() {
    return sendLag.encode();
  }

  long deliveredInWindow() {
    return deliveredInWindow;
  }

  Map<String, Long> anomalies() {
    return Map.copyOf(anomalies);
  }

  private boolean isInWindow(long timeNs) {
    return hasWindow && timeNs - windowStartNs >= 0 && timeNs - windowEndNs < 0;
  }

  private ActionStatistics of(Action action) {
    return actions.computeIfAbsent(action, a -> new ActionStatistics());
  }
}
