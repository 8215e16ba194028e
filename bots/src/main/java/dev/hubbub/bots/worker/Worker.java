package dev.hubbub.bots.worker;

import dev.hubbub.bots.chaos.ChaosCrew;
import dev.hubbub.bots.chaos.ChaosTarget;
import dev.hubbub.bots.engine.Engine;
import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.engine.OpenFiles;
import dev.hubbub.bots.engine.RunListener;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.engine.RunSpec;
import dev.hubbub.measure.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out commands, one after the other, and says what came of them. */
final class Worker {
  private static final long LEAVE_SECONDS_MAX = 3;

  private final Consumer<WorkerEvent> out;
  private @Nullable Engine engine;
  private @Nullable EngineConfig config;

  /** A worker that says its events to the consumer, from several threads. */
  Worker(Consumer<WorkerEvent> out) {
    this.out = out;
  }

  /** Carries out a command, or begins to. Returns whether more may follow. */
  boolean handle(WorkerCommand command) {
    switch (command) {
      case WorkerCommand.Configure configure -> configure(configure.engine());
      case WorkerCommand.Grow grow -> grow(grow);
      case WorkerCommand.Run run -> run(run.spec());
      case WorkerCommand.Finish ignored -> engine().finishRun();
      case WorkerCommand.Stop ignored -> {
        stop();
        return false;
      }
    }
    return true;
  }

  private void configure(EngineConfig config) {
    try {
      engine = new Engine(config, NanoClock.SYSTEM);
      this.config = config;
      // Their first use loads classes for tens of milliseconds: not at the start of a window.
      WorkerJson.line(new WorkerEvent.WindowStarted());
      WorkerJson.line(new WorkerEvent.Progress(0, 0, null));
      out.accept(new WorkerEvent.Ready(OpenFiles.connectionsMax()));
    } catch (IOException e) {
      out.accept(new WorkerEvent.Failed(String.valueOf(e.getMessage())));
    }
  }

  private void run(RunSpec spec) {
    int abusers = spec.workload().abusers(spec.users());
    CompletableFuture<RunOutcome> outcome = engine().run(spec, new Reporter());
    if (abusers > 0 && config != null) {
      ChaosTarget target =
          new ChaosTarget(
              config.host(),
              config.port(),
              "chaos-" + config.runToken() + "-" + config.worker(),
              ChaosTarget.PATIENCE);
      ChaosCrew crew =
          ChaosCrew.start(target, abusers, spec.workload().misbehaviour().chaos(), spec.seed());
      // Not on the event loop, for it waits. Where the load fails, the process ends with its bots.
      outcome = outcome.thenApplyAsync(ran -> ran.withChaos(crew.stop()));
    }
    say(outcome, WorkerEvent.Ran::new);
  }

  private void grow(WorkerCommand.Grow grow) {
    Future<?> watch = engine().watchUsers(users -> out.accept(new WorkerEvent.Registered(users)));
    say(
        engine()
            .growTo(grow.users(), Duration.ofMillis(grow.timeoutMs()), grow.underWayMax())
            .whenComplete((outcome, failure) -> watch.cancel(false)),
        WorkerEvent.Grown::new);
  }

  private void stop() {
    if (engine == null) {
      return;
    }
    try {
      engine
          .growTo(0, Duration.ofSeconds(LEAVE_SECONDS_MAX))
          .get(LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Who has not left by now is disconnected with the rest.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    engine.close();
  }

  private <T> void say(CompletableFuture<T> outcome, Function<T, WorkerEvent> event) {
    outcome.whenComplete((value, failure) ->
        out.accept(
            failure == null
                ? event.apply(value)
                : new WorkerEvent.Failed(String.valueOf(failure.getMessage()))));
  }

  private Engine engine() {
    if (engine == null) {
      throw new IllegalStateException("a worker must be configured first");
    }
    return engine;
  }

  private final class Reporter implements RunListener {
    @Override
    public void windowStarted() {
      out.accept(new WorkerEvent.WindowStarted());
    }

    @Override
    public void windowEnded() {
      out.accept(new WorkerEvent.WindowEnded());
    }

    @Override
    public void progress(long sent, long delivered, @Nullable Double p99Ms) {
      out.accept(new WorkerEvent.Progress(sent, delivered, p99Ms));
    }
  }
}
