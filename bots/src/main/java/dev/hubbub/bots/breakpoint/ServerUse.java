package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.PrometheusText;
import dev.hubbub.measure.ThreadTimes;
import dev.hubbub.measure.result.ServerGauges;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server used between two samples: by its process where that can be observed, else by its
 * metrics page. Pure.
 *
 * @param coresKnown processors of a process that can be observed, else null
 */
record ServerUse(ServerSample start, ServerSample end, @Nullable Integer coresKnown) {
  private static final String GC_PAUSES = "jvm_gc_pause_seconds_sum";
  private static final String LOOP_LAG = "hubbub_event_loop_lag_seconds";

  /** Processor time in nanoseconds, or null. */
  @Nullable Double cpuNs() {
    ThreadTimes used = threads();
    return used == null ? growth("process_cpu_time_ns_total") : (Double) (double) used.cpuNs();
  }

  /** Processors that the server may use, or null. */
  @Nullable Integer cores() {
    PrometheusText page = page();
    Double told = page == null ? null : page.sum("system_cpu_count", "");
    return coresKnown != null || told == null ? coresKnown : (Integer) told.intValue();
  }

  /** Processor time per wall time and core, or null. */
  @Nullable Double cpuShare() {
    Double cpuNs = cpuNs();
    Integer cores = cores();
    return cpuNs == null || cores == null ? null : (Double) share(cpuNs / cores);
  }

  /** Processor time of the busiest thread per wall time, or null. */
  @Nullable Double busiestThreadShare() {
    ThreadTimes used = threads();
    return used == null ? null : (Double) share((double) used.busiest().cpuNs());
  }

  /** Time that the busiest thread waited for a processor per wall time, or null. */
  @Nullable Double cpuWaitShare() {
    ThreadTimes used = threads();
    return used == null ? null : (Double) share((double) used.busiest().waitNs());
  }

  /** Time that others had the server's processors, per wall time and core, or null. */
  @Nullable Double foreignShare() {
    ThreadTimes used = threads();
    if (used == null || start.busyNs() == null || end.busyNs() == null || coresKnown == null) {
      return null;
    }
    return share((double) (end.busyNs() - start.busyNs() - used.cpuNs()) / coresKnown);
  }

  /** Upper bound of the lag of the event loops, in milliseconds, or null. */
  @Nullable Double loopLagMsMax() {
    Double seconds =
        start.page() == null || end.page() == null
            ? null
            : end.page().highestSince(LOOP_LAG, start.page());
    return seconds == null ? null : (Double) (seconds * 1e3);
  }

  /** Time that the garbage collector stopped the server, in milliseconds, or null. */
  @Nullable Double gcMs() {
    PrometheusText page = page();
    if (page == null
        || start.page() == null
        || page.sum("jvm_gc_max_data_size_bytes", "") == null) {
      return null;
    }
    // The sum is not there before the first collection.
    double before = Objects.requireNonNullElse(start.page().sum(GC_PAUSES, ""), 0.0);
    return (Objects.requireNonNullElse(page.sum(GC_PAUSES, ""), before) - before) * 1e3;
  }

  /** What the page shows beside, or null where there is none. */
  @Nullable ServerGauges gauges() {
    PrometheusText page = page();
    if (page == null) {
      return null;
    }
    Double cut = growth("hubbub_slow_receivers_cut_total");
    return new ServerGauges(
        page.whole("jvm_memory_used_bytes", "area=\"heap\""),
        page.whole("jvm_memory_max_bytes", "area=\"heap\""),
        page.whole("jvm_buffer_memory_used_bytes", "id=\"direct\""),
        page.whole("hubbub_pending_bytes", ""),
        cut == null ? null : (Long) Math.round(cut),
        page.whole("process_files_max_files", ""));
  }

  /** Open files by the page, or null. */
  @Nullable Long openFiles() {
    PrometheusText page = page();
    return page == null ? null : page.whole("process_files_open_files", "");
  }

  // Only where both samples have one: the first alone knows whether it is of this server.
  private @Nullable PrometheusText page() {
    return start.page() == null ? null : end.page();
  }

  private @Nullable ThreadTimes threads() {
    return start.times() == null || end.times() == null ? null : end.times().since(start.times());
  }

  private @Nullable Double growth(String name) {
    return start.page() == null || end.page() == null
        ? null
        : end.page().growth(name, "", start.page());
  }

  private double share(double ns) {
    return ns / Math.max(1, end.atNs() - start.atNs());
  }
}
