package dev.hubbub.bots.compare;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.measure.result.RegistrationRound;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Lets users come at once and leave again, at each contender in turns. */
final class RegistrationPhase {
  /**
   * Users on their way at a time, the same for all: below what this project's server lets wait
   * without a name where it may open 20,000 files, and many, for InspIRCd takes in those who wait
   * once a second.
   */
  static final int UNDER_WAY_MAX = 1_500;

  private static final Duration REGISTRATION_MAX = Duration.ofSeconds(60);

  private final ComparePlan plan;
  private final List<Contender> contenders;
  private final LiveProgress progress;

  RegistrationPhase(ComparePlan plan, List<Contender> contenders, LiveProgress progress) {
    this.plan = plan;
    this.contenders = contenders;
    this.progress = progress;
  }

  /** Runs all rounds, unless none is wanted; nobody is registered before and afterwards. */
  void run() throws IOException, InterruptedException {
    if (plan.registrations() == 0) {
      return;
    }
    for (Contender contender : contenders) {
      warmUp(contender);
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Contender contender : contenders) {
        measure(contender, round);
      }
    }
  }

  private void warmUp(Contender contender) throws IOException, InterruptedException {
    progress.subject("registrations, warming up " + contender.name());
    long startNs = System.nanoTime();
    do {
      register(contender);
      leave(contender);
    } while (System.nanoTime() - startNs < plan.warmup().toNanos());
  }

  private void measure(Contender contender, int round) throws IOException, InterruptedException {
    String what =
        String.format(
            Locale.ROOT,
            "round %d of %d, %,d registrations, %s",
            round,
            plan.rounds(),
            plan.registrations(),
            contender.name());
    progress.subject(what);
    ServerObserver observer = contender.observer();
    observer.windowStarted(0, REGISTRATION_MAX);
    Growth growth = register(contender);
    observer.windowEnded();
    contender.requireRunning();
    RegistrationRound measured =
        Registrations.round(round, growth, observer.load(growth.users()), observer.machineLimit());
    contender.add(measured);
    progress.line(what + ": " + CompareText.of(measured));
    leave(contender);
  }

  private Growth register(Contender contender) throws IOException, InterruptedException {
    return contender.fleet().register(plan.registrations(), UNDER_WAY_MAX, REGISTRATION_MAX);
  }

  private static void leave(Contender contender) throws IOException, InterruptedException {
    contender.requireRunning();
    contender.fleet().growTo(0, REGISTRATION_MAX, now -> {});
  }
}
