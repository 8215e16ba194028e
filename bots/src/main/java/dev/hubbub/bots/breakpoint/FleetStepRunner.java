package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.LoadGenerator;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.StepPlan;
import dev.hubbub.bots.StepProgress;
import dev.hubbub.bots.WindowListener;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.bots.search.GeneratorEvidence;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.Slo;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.StepSeries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs steps with a fleet of bots. */
public final class FleetStepRunner implements StepRunner {
  private final LoadGenerator fleet;
  private final SearchConfig config;
  private final ServerObserver server;
  private final LiveProgress progress;
  private final Slo slo;

  /** Runs steps with this fleet, which the caller closes. */
  public FleetStepRunner(
      LoadGenerator fleet, SearchConfig config, ServerObserver server, LiveProgress progress) {
    this.fleet = fleet;
    this.config = config;
    this.server = server;
    this.progress = progress;
    this.slo = new Slo(config.slo());
  }

  /**
   * Runs the first load until it is steady, without measuring it.
   *
   * @return what was not steady when the time for it was up, in words, or null
   * @throws IOException if no user could be registered
   */
  public @Nullable String warmUp() throws IOException, InterruptedException {
    if (config.warmup().isZero()) {
      return null;
    }
    long load = config.plan().start();
    Growth growth = grow(config.usersAt(load));
    boolean byUsers = config.dimension() == Dimension.USERS;
    double rate = config.messagesPerSecondAt(byUsers ? Math.min(load, growth.users()) : load);
    return new WarmUp(fleet, server, config.slo(), progress)
        .run(rate, config.warmup(), config.times().drainMax());
  }

  @Override
  public StepOutcome run(Step step) throws IOException, InterruptedException {
    int usersWanted = config.usersAt(step.target());
    server.stepStarted();
    Growth growth = grow(usersWanted);
    Ceiling ceiling = ceiling(growth, usersWanted);
    long load = ceiling == null ? step.target() : ceiling.load();
    double rate = config.messagesPerSecondAt(load);
    Duration window = config.times().window(step.phase());
    StepPlan plan = new StepPlan(rate, config.times().settle(), window, config.times().drainMax());
    StepMeasurement measured = fleet.measure(plan, new Window(window));
    int usersPossible = ceiling == null ? usersWanted : growth.users();
    List<SloFailure> failures = slo.judge(usersPossible, growth, measured);
    String limit = limit(growth, measured);
    measured.anomalies().forEach(anomaly -> progress.line("  also: " + anomaly));
    StepResult result = result(step, growth, measured, failures, limit);
    return new StepOutcome(result, new Observation(load, outcome(failures, limit), ceiling));
  }

  private Growth grow(int users) throws IOException, InterruptedException {
    int before = fleet.users();
    // Generous: a server that registers fewer than 500 users a second fails by its latency anyway.
    Duration timeout = Duration.ofSeconds(10).plusMillis(2L * Math.abs(users - before));
    Growth growth =
        fleet.growTo(
            users,
            timeout,
            now -> progress.live(String.format(Locale.ROOT, "%,d of %,d users", now, users)));
    if (growth.users() == 0) {
      throw new IOException(
          "no user could be registered: "
              + Objects.requireNonNullElse(
                  growth.firstError(), "the server didn't answer in time"));
    }
    return growth;
  }

  private @Nullable Ceiling ceiling(Growth growth, int usersWanted) throws IOException {
    if (growth.counts().refusedFull() == 0 || growth.users() >= usersWanted) {
      return null;
    }
    String full = String.format(Locale.ROOT, "the server was full at %,d users", growth.users());
    if (config.dimension() == Dimension.RATE) {
      throw new IOException(full + ", fewer than the " + usersWanted + " of '--users'");
    }
    return new Ceiling(growth.users(), full);
  }

  private @Nullable String limit(Growth growth, StepMeasurement measured) {
    String generator = GeneratorEvidence.of(growth, measured);
    String machine = server.machineLimit();
    if (generator == null || machine == null) {
      return generator == null ? machine : generator;
    }
    return generator + "; " + machine;
  }

  private static Outcome outcome(List<SloFailure> failures, @Nullable String generatorLimit) {
    if (failures.isEmpty()) {
      return Outcome.HELD;
    }
    return generatorLimit == null ? Outcome.FAILED : Outcome.GENERATOR_LIMITED;
  }

  private StepResult result(
      Step step,
      Growth growth,
      StepMeasurement measured,
      List<SloFailure> failures,
      @Nullable String generatorLimit) {
    double seconds = measured.windowSeconds();
    return new StepResult(
        step.phase().text(),
        step.target(),
        measured.users(),
        measured.messages().offered() / seconds,
        measured.deliveredPerSecond(),
        seconds,
        measured.messages(),
        growth.counts(),
        measured.backlogStart(),
        measured.backlogEnd(),
        measured.latency(),
        measured.sendLag(),
        server.load(measured.deliveredPerSecond() * seconds),
        generator(measured),
        server.gauges(),
        server.tcp(),
        failures,
        generatorLimit,
        new StepSeries(measured.series(), server.series()));
  }

  private static ProcessLoad generator(StepMeasurement measured) {
    return new ProcessLoad(
        measured.generatorCpuShare(),
        null,
        measured.generatorCpuWaitShare(),
        measured.generatorCpuMicrosPerMessage(),
        null,
        measured.openFiles(),
        measured.loopLagMsMax(),
        measured.gcMs());
  }

  private final class Window implements WindowListener {
    private final Duration window;

    private Window(Duration window) {
      this.window = window;
    }

    @Override
    public void windowStarted() {
      server.windowStarted(fleet.users(), window);
    }

    @Override
    public void windowEnded() {
      server.windowEnded();
    }

    @Override
    public void progress(StepProgress step) {
      progress.live(ProgressText.of(step));
    }
  }
}
