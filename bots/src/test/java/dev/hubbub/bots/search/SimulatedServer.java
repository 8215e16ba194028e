package dev.hubbub.bots.search;

import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Answers the steps of a search as a server with some behaviour would, and keeps them. */
final class SimulatedServer {
  /** How the server takes a step. */
  interface Behaviour {
    Observation observe(Step step, int stepsBefore);
  }

  private final Behaviour behaviour;
  final List<Step> steps = new ArrayList<>();

  SimulatedServer(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Holds everything up to this load and nothing above it. */
  static SimulatedServer withCliffAt(long cliff) {
    return new SimulatedServer((step, before) -> heldIf(step.target() <= cliff, step));
  }

  /** Holds everything up to a capacity that changes with the steps it was put through. */
  static SimulatedServer withCapacity(IntToDoubleFunction afterSteps) {
    return new SimulatedServer(
        (step, before) -> heldIf(step.target() <= afterSteps.applyAsDouble(before), step));
  }

  /** A search as the commands run it without options. */
  static SearchPlan plan(long start, @Nullable Ceiling ceiling) {
    return new SearchPlan(start, 2, 0.05, ceiling, 100);
  }

  static Observation heldIf(boolean held, Step step) {
    return new Observation(step.target(), held ? Outcome.HELD : Outcome.FAILED, null);
  }

  SearchOutcome search(SearchPlan plan) {
    CapacitySearch search = new CapacitySearch(plan);
    Move move = search.first();
    while (true) {
      switch (move) {
        case Finished finished -> {
          return finished.outcome();
        }
        case Step step -> {
          Observation observation = behaviour.observe(step, steps.size());
          steps.add(step);
          move = search.after(observation);
        }
      }
    }
  }

  List<String> trace() {
    return steps.stream().map(step -> step.phase().text() + " " + step.target()).toList();
  }

  long confirmations() {
    return steps.stream().filter(step -> step.phase() == Phase.CONFIRM).count();
  }
}
