package dev.hubbub.bots.compare;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.breakpoint.FleetStepRunner;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.MemoryMeasurement;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.measure.result.StepResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One that is compared: its users, and what was found about it so far. */
final class Contender {
  private final String name;
  private final HostPort address;
  private final ServerObserver observer;
  private final Fleet fleet;
  private final List<CompareStep> steps = new ArrayList<>();
  private final List<HeldRate> searches = new ArrayList<>();
  private final List<RegistrationRound> registrations = new ArrayList<>();
  private @Nullable MemoryMeasurement memory;

  /** A contender; its fleet and its process belong to the caller. */
  Contender(String name, HostPort address, ServerObserver observer, Fleet fleet) {
    this.name = name;
    this.address = address;
    this.observer = observer;
    this.fleet = fleet;
  }

  String name() {
    return name;
  }

  Fleet fleet() {
    return fleet;
  }

  ServerObserver observer() {
    return observer;
  }

  /** What runs its steps. */
  FleetStepRunner runner(ComparePlan plan, LiveProgress progress) {
    return new FleetStepRunner(fleet, plan.search(), observer, progress);
  }

  /** Begins to measure what idle users cost. */
  MemoryMeasurement measureMemory(LiveProgress progress) {
    memory = new MemoryMeasurement(fleet, observer.probe(), progress);
    return memory;
  }

  void add(int round, int rate, StepResult step) {
    steps.add(new CompareStep(round, rate, step));
  }

  void add(HeldRate search) {
    searches.add(search);
  }

  void add(RegistrationRound round) {
    registrations.add(round);
  }

  /**
   * Checks that its process still runs, as far as it is known.
   *
   * @throws IOException if not
   */
  void requireRunning() throws IOException {
    ProcessProbe probe = observer.probe();
    if (probe != null && ProcessHandle.of(probe.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
      throw new IOException(name + ", process " + probe.pid() + ", has ended by itself");
    }
  }

  /** What was found so far. */
  ContenderResult result() {
    ProcessProbe probe = observer.probe();
    MemoryResult idle = memory == null ? null : memory.result();
    return new ContenderResult(
        name,
        address.toString(),
        probe == null ? null : probe.pid(),
        List.copyOf(steps),
        List.copyOf(searches),
        List.copyOf(registrations),
        idle);
  }
}
