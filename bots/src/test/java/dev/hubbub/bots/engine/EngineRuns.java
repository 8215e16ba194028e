package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workloads;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.MessageCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What tests of the engine run, and how. */
final class EngineRuns {
  static final Duration GROWTH_MAX = Duration.ofSeconds(20);
  static final long MILLI = 1_000_000;

  private EngineRuns() {}

  static RunSpec of(String workload, int users, long windowMs) {
    return new RunSpec(
        400, 0, windowMs * MILLI, 10_000 * MILLI, 42, Workloads.json(workload), users);
  }

  static RunSpec swarm() {
    return weighted(
        Map.of(
            Action.DIRECT, 5,
            Action.TIME, 1,
            Action.LIST, 1,
            Action.HELP, 1,
            Action.SHOUT, 1,
            Action.UNKNOWN_USER, 1,
            Action.EVERYONE, 1,
            Action.LEAVE, 1));
  }

  static RunSpec weighted(Map<Action, Integer> weights) {
    return new RunSpec(400, 0, 1_000 * MILLI, 10_000 * MILLI, 42, Workloads.of(weights), 10);
  }

  // Where something is lost, the run waits for it as long as it may.
  static RunSpec quick(RunSpec spec) {
    return new RunSpec(
        spec.actionsPerSecond(),
        spec.settleNs(),
        spec.windowNs(),
        2_000 * MILLI,
        spec.seed(),
        spec.workload(),
        spec.users());
  }

  static Engine engine(int port) throws IOException {
    return engine(port, 10_000);
  }

  static Engine engine(int port, long connectTimeoutMs) throws IOException {
    return new Engine(
        new EngineConfig("127.0.0.1", port, Protocol.HUBBUB, "testtest", 0, 64, connectTimeoutMs),
        NanoClock.SYSTEM);
  }

  static GrowOutcome grow(Engine engine, int users) throws Exception {
    return engine.growTo(users, GROWTH_MAX).get(30, TimeUnit.SECONDS);
  }

  static RunOutcome run(Engine engine, RunSpec spec) throws Exception {
    return engine.run(spec, new Listener(null)).get(30, TimeUnit.SECONDS);
  }

  static MessageCounts counts(RunOutcome outcome, Action action) {
    return outcome.actions().stream()
        .filter(a -> a.action() == action)
        .map(ActionOutcome::counts)
        .findFirst()
        .orElse(MessageCounts.NONE);
  }

  record Listener(@Nullable CountDownLatch started) implements RunListener {
    @Override
    public void windowStarted() {
      if (started != null) {
        started.countDown();
      }
    }

    @Override
    public void windowEnded() {}

    @Override
    public void progress(long sent, long delivered, @Nullable Double p99Ms) {}
  }
}
