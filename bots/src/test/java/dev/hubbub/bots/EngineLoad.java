package dev.hubbub.bots;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.Engine;
import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.RunListener;
import dev.hubbub.bots.engine.RunSpec;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.measure.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The engine of a worker in this process, with a clock of the test's choice. */
final class EngineLoad implements LoadGenerator, AutoCloseable {
  private final Engine engine;
  private int users;

  EngineLoad(int port, NanoClock clock) throws IOException {
    engine =
        new Engine(
            new EngineConfig("127.0.0.1", port, Protocol.HUBBUB, "testtest", 0, 64, 20_000), clock);
  }

  @Override
  public Growth growTo(int target, Duration timeout, IntConsumer progress)
      throws IOException, InterruptedException {
    GrowOutcome outcome = await(engine.growTo(target, timeout));
    users = outcome.users();
    return Outcomes.growth(List.of(outcome), users, 1);
  }

  @Override
  public int users() {
    return users;
  }

  @Override
  public StepMeasurement measure(StepPlan plan, WindowListener listener)
      throws IOException, InterruptedException {
    RunSpec spec =
        new RunSpec(
            plan.messagesPerSecond(),
            plan.settle().toNanos(),
            plan.window().toNanos(),
            plan.drainMax().toNanos(),
            1,
            Presets.workload(Presets.DIRECT),
            users);
    return new Outcomes(List.of(await(engine.run(spec, new Unheard())))).step();
  }

  @Override
  public void close() {
    engine.close();
  }

  private static <T> T await(CompletableFuture<T> outcome)
      throws IOException, InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static final class Unheard implements RunListener {
    @Override
    public void windowStarted() {}

    @Override
    public void windowEnded() {}

    @Override
    public void progress(long sent, long delivered, @Nullable Double p99Ms) {}
  }
}
