package dev.hubbub.bots.compare;

import dev.hubbub.bots.breakpoint.DimensionSearch;
import dev.hubbub.bots.breakpoint.FleetStepRunner;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.MemoryMeasurement;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Phase;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Takes the contenders in turns, so that a change of the machine meets all of them. What was found
 * is kept when a phase throws.
 */
final class CompareRun {
  private static final Duration REGISTRATION_MAX = Duration.ofSeconds(60);

  private final ComparePlan plan;
  private final List<Contender> contenders;
  private final LiveProgress progress;

  CompareRun(ComparePlan plan, List<Contender> contenders, LiveProgress progress) {
    this.plan = plan;
    this.contenders = contenders;
    this.progress = progress;
  }

  /** Runs all phases. */
  void run() throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      measureMemory(contender);
    }
    new RegistrationPhase(plan, contenders, progress).run();
    for (Contender contender : contenders) {
      progress.subject("warming up " + contender.name());
      contender.runner(plan, progress).warmUp();
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      for (int rate : plan.rates()) {
        for (Contender contender : contenders) {
          measure(contender, round, rate);
        }
      }
    }
    for (int round = 1; round <= plan.searchRounds(); round++) {
      for (Contender contender : contenders) {
        search(contender, round);
      }
    }
  }

  private void measureMemory(Contender contender) throws IOException, InterruptedException {
    if (plan.memoryLevels() == 0) {
      return;
    }
    MemoryMeasurement memory = contender.measureMemory(progress);
    boolean whole = true;
    for (int level = 1; whole && level <= plan.memoryLevels(); level++) {
      progress.line(contender.name() + ":");
      whole = memory.measure(level * plan.memoryStep(), REGISTRATION_MAX);
    }
    contender.requireRunning();
    contender.fleet().growTo(0, REGISTRATION_MAX, now -> {});
  }

  private void measure(Contender contender, int round, int rate)
      throws IOException, InterruptedException {
    String what =
        String.format(
            Locale.ROOT,
            "round %d of %d, %,d messages/s, %s",
            round,
            plan.rounds(),
            rate,
            contender.name());
    progress.subject(what);
    FleetStepRunner runner = contender.runner(plan, progress);
    StepResult step = runner.run(new Step(Phase.RAMP, rate)).result();
    contender.requireRunning();
    contender.add(round, rate, step);
    progress.line(what + ": " + CompareText.of(step));
  }

  private void search(Contender contender, int round) throws IOException, InterruptedException {
    progress.line(
        String.format(
            Locale.ROOT, "search %d of %d, %s:", round, plan.searchRounds(), contender.name()));
    ProcessProbe probe = contender.observer().probe();
    Attribution attribution =
        new Attribution(contender.observer().cores(), probe == null ? null : probe.openFilesMax());
    DimensionSearch search =
        new DimensionSearch(
            plan.search(),
            contender.runner(plan, progress),
            attribution,
            progress,
            System::nanoTime);
    try {
      search.run();
    } finally {
      contender.add(new HeldRate(round, search.result("the search was ended")));
    }
    contender.requireRunning();
  }
}
