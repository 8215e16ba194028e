package dev.hubbub.bots.search;

import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names what a failed step ran into: the clauses of the SLO, then what gave way first. */
public final class Attribution {
  private final ServerEvidence server;

  /**
   * Knows the server's limits.
   *
   * @param serverCores processors' worth of time that the server may use, null when unknown
   * @param serverOpenFilesMax files that it may open, null when unknown
   */
  public Attribution(@Nullable Double serverCores, @Nullable Long serverOpenFilesMax) {
    this.server = new ServerEvidence(serverCores, serverOpenFilesMax);
  }

  /**
   * The clauses that failed and the first limit that was hit, for example {@code p99 latency 83 ms
   * over 50 ms; server CPU at 99 % of 1 core}.
   */
  public String cause(StepResult step) {
    List<Evidence> evidence = evidence(step);
    List<String> parts = new ArrayList<>();
    step.failures().forEach(failure -> parts.add(clause(failure)));
    Optional<Evidence> first = evidence.stream().filter(Evidence::limit).findFirst();
    parts.add(first.map(Evidence::text).orElseGet(() -> noLimit(evidence)));
    return String.join("; ", parts);
  }

  /** Everything that is known about the limits of a step, in the order in which they are asked. */
  public List<Evidence> evidence(StepResult step) {
    List<Evidence> evidence = new ArrayList<>(server.of(step));
    evidence.addAll(MachineEvidence.of(step.tcp()));
    evidence.add(GeneratorEvidence.of(step));
    return List.copyOf(evidence);
  }

  private static String noLimit(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.side() == Evidence.Side.SERVER)
        .findFirst()
        .map(one -> "no limit was seen: " + one.text())
        .orElse("no limit was seen");
  }

  private static String clause(SloFailure failure) {
    return switch (failure.clause()) {
      case "p99 latency", "latency" ->
          failure.clause() + " " + failure.actual() + " over " + failure.limit();
      default -> failure.clause() + " " + failure.actual() + " (limit: " + failure.limit() + ")";
    };
  }
}
