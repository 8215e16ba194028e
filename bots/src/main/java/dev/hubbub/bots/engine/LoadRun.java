package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.LoadPlan;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.StepSeries;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time of one run: settle, window, drain. Whatever is due is carried out, none is
 * skipped; what is late counts from its due time all the same.
 */
final class LoadRun {
  /** After so many actions the loop reads again, so that a generator that lags still receives. */
  private static final int ACTIONS_MAX_PER_TURN = 128;

  private static final int BACKLOG_SAMPLES = 30;
  private static final long PROGRESS_MS = 250;
  private static final long DRAIN_POLL_MS = 1;

  /** What runs it and what it runs on. */
  record Context(
      EventLoop loop,
      NanoClock clock,
      Traffic traffic,
      Presence presence,
      RunStatistics counts,
      UsageMeter usageMeter) {}

  /** Hears of the end of the run, in place of a result that would need a wait. */
  interface Finish {
    void finished(Measured measured);
  }

  /**
   * What was measured of the window.
   *
   * @param backlog messages on the way, at equal distances
   * @param intervals how it went
   */
  record Measured(
      double windowSeconds,
      List<Long> backlog,
      RunOutcome.Usage usage,
      List<IntervalSample> intervals) {}

  private final Context on;
  private final Bot[] users;
  private final LoadPlan plan;
  private final RunSpec spec;
  private final RunListener listener;
  private final Finish finish;
  private final LoopLag loopLag;
  private final WindowSeries series;
  private final List<Long> backlog = new ArrayList<>();
  private final List<Future<?>> timers = new ArrayList<>();
  private final long startNs;
  private long windowStartNs;
  private long windowEndNs;
  private boolean windowStarted;
  private RunOutcome.@Nullable Usage usage;

  LoadRun(
      Context on, Bot[] users, LoadPlan plan, RunSpec spec, RunListener listener, Finish finish) {
    this.on = on;
    this.users = users;
    this.plan = plan;
    this.spec = spec;
    this.listener = listener;
    this.finish = finish;
    this.loopLag = new LoopLag(on.loop(), on.clock());
    this.series = new WindowSeries(on.clock(), on.counts(), loopLag);
    this.startNs = on.clock().nanoTime();
    this.windowStartNs = startNs + spec.settleNs();
    this.windowEndNs = windowStartNs + spec.windowNs();
  }

  void begin() {
    on.counts().window(windowStartNs, windowEndNs);
    on.counts().startPhase();
    on.presence()
        .begin(users, spec.workload().slowReaders(users.length), spec.workload().misbehaviour());
    on.traffic().slowReaders(spec.workload().slowReaders(users.length));
    on.counts().replyNsMax(spec.workload().replyNsMax());
    timers.add(
        on.loop()
            .scheduleAtFixedRate(
                () -> on.counts().progress(listener),
                PROGRESS_MS,
                PROGRESS_MS,
                TimeUnit.MILLISECONDS));
    plan.advance();
    sendDue();
    timers.add(at(windowStartNs, this::startWindow));
    timers.add(at(windowEndNs, this::endWindow));
  }

  /** Stops the load now, and goes on to the drain. */
  void finishEarly() {
    long nowNs = on.clock().nanoTime();
    if (usage != null || nowNs - windowEndNs >= 0) {
      return;
    }
    windowEndNs = nowNs;
    if (!windowStarted) {
      windowStartNs = nowNs;
    }
    on.counts().window(windowStartNs, windowEndNs);
    endWindow();
  }

  private void sendDue() {
    if (isOver()) {
      return;
    }
    int actions = 0;
    while (hasNext() && dueNs() - on.clock().nanoTime() <= 0) {
      if (++actions > ACTIONS_MAX_PER_TURN) {
        break;
      }
      on.presence()
          .perform(
              users[plan.actor()],
              new Bot.Held(
                  plan.action(), users[plan.peer()], dueNs(), plan.payloadBytes(), plan.awayNs()));
      plan.advance();
    }
    on.traffic().flush();
    if (hasNext()) {
      at(dueNs(), this::sendDue);
    }
  }

  // The plan itself has no end.
  private boolean hasNext() {
    return plan.dueNs() < windowEndNs - startNs;
  }

  private long dueNs() {
    return startNs + plan.dueNs();
  }

  // Through the timers even when it is late: a task that is put into the queue anew while it is
  // worked off would run again before the loop reads.
  private Future<?> at(long timeNs, Runnable task) {
    long delayNs = Math.max(0, timeNs - on.clock().nanoTime());
    return on.loop().schedule(task, delayNs, TimeUnit.NANOSECONDS);
  }

  private void startWindow() {
    if (windowStarted) {
      return;
    }
    windowStarted = true;
    on.counts().startPhase();
    listener.windowStarted();
    on.usageMeter().start();
    loopLag.start();
    series.start();
    long intervalNs = StepSeries.interval(Duration.ofNanos(spec.windowNs())).toNanos();
    timers.add(
        on.loop()
            .scheduleAtFixedRate(this::sampleSeries, intervalNs, intervalNs, TimeUnit.NANOSECONDS));
    sampleBacklog();
  }

  private void sampleBacklog() {
    if (usage == null && backlog.size() < BACKLOG_SAMPLES) {
      backlog.add(on.traffic().outstanding());
      at(windowStartNs + spec.windowNs() * backlog.size() / BACKLOG_SAMPLES, this::sampleBacklog);
    }
  }

  private void sampleSeries() {
    if (usage == null) {
      series.sample();
    }
  }

  private void endWindow() {
    if (usage != null) {
      return;
    }
    startWindow();
    backlog.add(on.traffic().outstanding());
    usage = on.usageMeter().stop(loopLag.stopMs());
    on.presence().readOn();
    on.counts().startPhase();
    listener.windowEnded();
    drain();
  }

  private void drain() {
    boolean quiet = !hasNext() && on.traffic().isQuiet() && on.presence().isComplete();
    boolean late = on.clock().nanoTime() - windowEndNs - spec.drainNsMax() >= 0;
    if (!quiet && !late) {
      on.loop().schedule(this::drain, DRAIN_POLL_MS, TimeUnit.MILLISECONDS);
      return;
    }
    // What could not be sent in all that time was offered nevertheless.
    while (hasNext()) {
      on.counts().offered(plan.action(), dueNs());
      plan.advance();
    }
    timers.forEach(timer -> timer.cancel(false));
    on.presence().end();
    on.traffic().expire();
    if (usage != null) {
      double seconds = (windowEndNs - windowStartNs) / 1e9;
      finish.finished(new Measured(seconds, backlog, usage, series.samples()));
    }
  }

  private boolean isOver() {
    return usage != null && !hasNext();
  }
}
