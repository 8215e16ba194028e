package dev.hubbub.bots.engine;

import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.ConnectionCounts;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings the number of registered users to a target: connects what is missing, a bounded number at
 * a time, or lets the last ones leave. Every missing user is tried once; after many failures in a
 * row the rest is not tried at all. Serves for one growth.
 */
final class Registrar implements Handshake {
  private static final int FAILURES_IN_A_ROW_MAX = 100;
  private static final long POLL_MS = 2;

  private final EventLoop loop;
  private final NanoClock clock;
  private final Users users;
  private final Connector connector;
  private final UsageMeter usageMeter;
  private final CompletableFuture<GrowOutcome> outcome;
  private final LatencyRecorder registration = new LatencyRecorder();
  private final int target;
  private final long deadlineNs;
  private final int missing;
  private final int underWayMax;
  private long startNs;
  private long lastNs;
  private int attempted;
  private int inFlight;
  private long failed;
  private long refusedFull;
  private int failuresInARow;
  private boolean starting;
  private @Nullable String firstError;

  /**
   * A registrar.
   *
   * @param underWayMax users that may be on their way to being registered at a time
   */
  Registrar(
      EventLoop loop,
      NanoClock clock,
      Users users,
      Connector connector,
      UsageMeter usageMeter,
      int target,
      int underWayMax,
      long timeoutNs,
      CompletableFuture<GrowOutcome> outcome) {
    this.loop = loop;
    this.clock = clock;
    this.users = users;
    this.connector = connector;
    this.usageMeter = usageMeter;
    this.underWayMax = underWayMax;
    this.target = target;
    this.deadlineNs = clock.nanoTime() + timeoutNs;
    this.missing = target - users.registered();
    this.outcome = outcome;
  }

  /** Begins; the future completes when all are registered, or failed, or have left. */
  void begin() {
    usageMeter.start();
    startNs = clock.nanoTime();
    lastNs = startNs;
    if (missing < 0) {
      leave(-missing);
      awaitLeaves();
    } else {
      startNext();
    }
  }

  @Override
  public void registered(Bot bot, long elapsedNs) {
    users.registered(bot);
    registration.record(elapsedNs);
    lastNs = clock.nanoTime();
    failuresInARow = 0;
    inFlight--;
    startNext();
  }

  @Override
  public void failed(Bot bot, String reason, boolean full) {
    failed++;
    failuresInARow++;
    if (full) {
      refusedFull++;
    }
    if (firstError == null) {
      firstError = reason;
    }
    inFlight--;
    startNext();
  }

  private void startNext() {
    if (starting) {
      return;
    }
    // A connection that fails at once calls back within the loop.
    starting = true;
    while (inFlight < underWayMax && attempted < missing && !isGivenUp()) {
      attempted++;
      inFlight++;
      connector.connect(users.create(), this);
    }
    starting = false;
    if (inFlight == 0) {
      finish();
    }
  }

  private boolean isGivenUp() {
    if (failuresInARow >= FAILURES_IN_A_ROW_MAX) {
      return true;
    }
    boolean late = clock.nanoTime() - deadlineNs > 0;
    if (late && firstError == null) {
      firstError = "the time was up with " + users.registered() + " users registered";
    }
    return late;
  }

  private void leave(int count) {
    Bot[] members = users.snapshot();
    for (int i = members.length - 1; i >= members.length - count && i >= 0; i--) {
      BotConnection connection = members[i].connection();
      if (connection != null) {
        connection.leave();
      }
    }
  }

  // Leaving has a time-out of its own, so this ends.
  private void awaitLeaves() {
    if (users.registered() <= target) {
      finish();
    } else {
      loop.schedule(this::awaitLeaves, POLL_MS, TimeUnit.MILLISECONDS);
    }
  }

  private GrowPace pace() {
    RunOutcome.Usage used = usageMeter.stop(0);
    return new GrowPace((lastNs - startNs) / 1e9, used.cpuShare(), used.cpuWaitShare());
  }

  private void finish() {
    ConnectionCounts counts =
        new ConnectionCounts(attempted, failed, refusedFull, users.takeDropped());
    outcome.complete(
        new GrowOutcome(counts, users.registered(), registration.encode(), firstError, pace()));
  }
}
