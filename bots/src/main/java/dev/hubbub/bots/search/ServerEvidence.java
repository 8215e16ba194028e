package dev.hubbub.bots.search;

import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.ServerGauges;
import dev.hubbub.measure.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a step shows of the server's limits, in the order of docs/measurement.md: processors, event
 * loops, garbage collection, memory, receivers, files. What could not be observed is said last.
 */
final class ServerEvidence {
  private static final double CPU_SHARE_HIGH = 0.9;
  private static final double THREAD_SHARE_HIGH = 0.95;
  private static final double LOOP_LAG_MS_HIGH = 10;
  // From a hundredth of the time on, pauses are in the 99th percentile.
  private static final double GC_SHARE_HIGH = 0.01;
  private static final double MEMORY_SHARE_HIGH = 0.95;
  private static final double OPEN_FILES_SHARE_HIGH = 0.98;
  private static final double MIB = 1 << 20;

  private final @Nullable Double cores;
  private final @Nullable Long openFilesMax;

  ServerEvidence(@Nullable Double cores, @Nullable Long openFilesMax) {
    this.cores = cores;
    this.openFilesMax = openFilesMax;
  }

  List<Evidence> of(StepResult step) {
    List<Evidence> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    ProcessLoad load = step.server();
    add(found, unknown, "CPU", cpu(load));
    add(found, unknown, "event loops", loops(load));
    add(found, unknown, "garbage collection", collections(load, step.windowSeconds()));
    add(found, unknown, "memory", memory(step.serverGauges()));
    add(found, unknown, "receivers", receivers(step.serverGauges()));
    add(found, unknown, "open files", files(load, step.serverGauges()));
    if (!unknown.isEmpty()) {
      found.add(server("unknown of the server: " + String.join(", ", unknown), false));
    }
    return found;
  }

  private @Nullable Evidence cpu(ProcessLoad load) {
    Double share = load.cpuShare();
    if (share == null) {
      return null;
    }
    String of = cores == null ? "its processors" : processors(cores);
    String text = String.format(Locale.ROOT, "server CPU at %.0f %% of %s", share * 100, of);
    Double busiest = load.busiestThreadShare();
    return busiest != null && busiest >= THREAD_SHARE_HIGH && share < CPU_SHARE_HIGH
        ? server(
            text
                + String.format(
                    Locale.ROOT, ", its busiest thread at %.0f %% of one", busiest * 100),
            true)
        : server(text, share >= CPU_SHARE_HIGH);
  }

  private static String processors(double cores) {
    return Double.toString(cores).replaceFirst("\\.0$", "") + (cores == 1 ? " core" : " cores");
  }

  private static @Nullable Evidence loops(ProcessLoad load) {
    Double lag = load.loopLagMsMax();
    if (lag == null) {
      return null;
    }
    String text =
        lag.isInfinite()
            ? "an event loop of the server was many seconds late"
            : String.format(Locale.ROOT, "server event loops at most %.0f ms late", lag);
    return server(text, lag > LOOP_LAG_MS_HIGH);
  }

  private static @Nullable Evidence collections(ProcessLoad load, double windowSeconds) {
    Double ms = load.gcMs();
    if (ms == null || windowSeconds <= 0) {
      return null;
    }
    double share = ms / 1e3 / windowSeconds;
    return server(
        String.format(
            Locale.ROOT,
            "server stopped %.0f ms for garbage collection, %.1f %% of the window",
            ms,
            share * 100),
        share >= GC_SHARE_HIGH);
  }

  private static @Nullable Evidence memory(@Nullable ServerGauges gauges) {
    if (gauges == null || gauges.heapBytes() == null || gauges.heapBytesMax() == null) {
      return null;
    }
    double max = gauges.heapBytesMax();
    long direct = gauges.directBytes() == null ? 0 : gauges.directBytes();
    return server(
        String.format(
            Locale.ROOT,
            "server heap %.0f of %.0f MiB, direct buffers %.0f MiB",
            gauges.heapBytes() / MIB,
            max / MIB,
            direct / MIB),
        gauges.heapBytes() >= max * MEMORY_SHARE_HIGH);
  }

  private static @Nullable Evidence receivers(@Nullable ServerGauges gauges) {
    if (gauges == null || gauges.slowReceiversCut() == null) {
      return null;
    }
    long pending = gauges.pendingBytes() == null ? 0 : gauges.pendingBytes();
    return server(
        String.format(
            Locale.ROOT,
            "server cut %,d slow receivers, %,d bytes waited for receivers at the end",
            gauges.slowReceiversCut(),
            pending),
        gauges.slowReceiversCut() > 0);
  }

  private @Nullable Evidence files(ProcessLoad load, @Nullable ServerGauges gauges) {
    Long max = openFilesMax == null && gauges != null ? gauges.openFilesMax() : openFilesMax;
    Long open = load.openFiles();
    return open == null || max == null
        ? null
        : server(
            String.format(Locale.ROOT, "server had %,d of its %,d files open", open, max),
            open >= max * OPEN_FILES_SHARE_HIGH);
  }

  private static void add(
      List<Evidence> found, List<String> unknown, String name, @Nullable Evidence evidence) {
    if (evidence == null) {
      unknown.add(name);
    } else {
      found.add(evidence);
    }
  }

  private static Evidence server(String text, boolean limit) {
    return new Evidence(Evidence.Side.SERVER, text, limit);
  }
}
