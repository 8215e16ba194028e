package dev.hubbub.bots.search;

import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what a failed step ran into: the clauses of the SLO, then what the server was short of. */
public final class Attribution {
  private static final double CPU_SHARE_HIGH = 0.9;
  private static final double OPEN_FILES_SHARE_HIGH = 0.98;

  private final @Nullable Integer serverCores;
  private final @Nullable Long serverOpenFilesMax;

  /**
   * Knows the server's limits.
   *
   * @param serverCores processors that the server may use, null when unknown
   * @param serverOpenFilesMax files that it may open, null when unknown
   */
  public Attribution(@Nullable Integer serverCores, @Nullable Long serverOpenFilesMax) {
    this.serverCores = serverCores;
    this.serverOpenFilesMax = serverOpenFilesMax;
  }

  /** For example {@code p99 latency 83 ms over 50 ms; server CPU at 99 % of 1 core}. */
  public String cause(StepResult step) {
    List<String> parts = new ArrayList<>();
    for (SloFailure failure : step.failures()) {
      parts.add(clause(failure));
    }
    ProcessLoad server = step.server();
    if (server.cpuShare() != null) {
      parts.add(cpu(server.cpuShare()));
    }
    if (server.openFiles() != null
        && serverOpenFilesMax != null
        && server.openFiles() >= serverOpenFilesMax * OPEN_FILES_SHARE_HIGH) {
      parts.add(
          String.format(
              Locale.ROOT,
              "server had %,d of its %,d files open",
              server.openFiles(),
              serverOpenFilesMax));
    }
    return String.join("; ", parts);
  }

  private static String clause(SloFailure failure) {
    return switch (failure.clause()) {
      case "p99 latency", "latency" ->
          failure.clause() + " " + failure.actual() + " over " + failure.limit();
      default -> failure.clause() + " " + failure.actual() + " (limit: " + failure.limit() + ")";
    };
  }

  private String cpu(double share) {
    String cores =
        serverCores == null
            ? "its processors"
            : serverCores + (serverCores == 1 ? " core" : " cores");
    String text = String.format(Locale.ROOT, "server CPU at %.0f %% of %s", share * 100, cores);
    return share >= CPU_SHARE_HIGH ? text : text + ", so not its limit";
  }
}
