package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.KernelProbe;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.ProcessLoad;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the server's process uses during a window. Of a server that runs elsewhere nothing
 * is known.
 */
public final class ServerObserver {
  // Busy interrupts and the kernel's own threads are some of it, without being the server's.
  private static final double FOREIGN_SHARE_MAX = 0.2;

  private final @Nullable ProcessProbe probe;
  private final List<Integer> processors;
  private final boolean exclusive;
  private final int cores;
  private final KernelProbe kernel = new KernelProbe();
  private long startNs;
  private long endNs;
  private @Nullable Long cpuNsAtStart;
  private @Nullable Long cpuNsAtEnd;
  private @Nullable Long busyNsAtStart;
  private @Nullable Long busyNsAtEnd;

  private ServerObserver(
      @Nullable ProcessProbe probe, List<Integer> processors, boolean exclusive) {
    this.probe = probe;
    this.processors = processors;
    this.exclusive = exclusive;
    this.cores = Math.max(1, processors.size());
  }

  /**
   * Observes a process of this machine.
   *
   * @param exclusive whether the generator keeps off the processors of that process
   */
  public static ServerObserver of(ProcessProbe probe, boolean exclusive) {
    return new ServerObserver(probe, probe.processors(), exclusive);
  }

  /** Observes nothing. */
  public static ServerObserver none() {
    return new ServerObserver(null, List.of(), false);
  }

  /** The process, or null when it can't be observed. */
  public @Nullable ProcessProbe probe() {
    return probe;
  }

  /** Processors that the server may use, or null when unknown. */
  public @Nullable Integer cores() {
    return probe == null ? null : cores;
  }

  /** The window begins now. */
  public void windowStarted() {
    cpuNsAtStart = probe == null ? null : probe.cpuNs();
    busyNsAtStart = kernel.busyNs(processors);
    startNs = System.nanoTime();
  }

  /** The window ends now. */
  public void windowEnded() {
    endNs = System.nanoTime();
    busyNsAtEnd = kernel.busyNs(processors);
    cpuNsAtEnd = probe == null ? null : probe.cpuNs();
  }

  /** What the server used in the window. */
  public ProcessLoad load(double deliveredInWindow) {
    if (probe == null) {
      return ProcessLoad.UNKNOWN;
    }
    Double share = null;
    Double microsPerMessage = null;
    if (cpuNsAtStart != null && cpuNsAtEnd != null && endNs > startNs) {
      double cpuNs = cpuNsAtEnd - cpuNsAtStart;
      share = cpuNs / (endNs - startNs) / cores;
      microsPerMessage = deliveredInWindow < 1 ? null : cpuNs / 1e3 / deliveredInWindow;
    }
    return new ProcessLoad(share, microsPerMessage, probe.residentBytes(), probe.openFiles());
  }

  /**
   * Evidence that other programs had the server's processors in the window, in words, or null.
   *
   * <p>Only where the server has processors of its own: the generator is no other program.
   */
  public @Nullable String machineLimit() {
    if (!exclusive
        || cpuNsAtStart == null
        || cpuNsAtEnd == null
        || busyNsAtStart == null
        || busyNsAtEnd == null
        || endNs <= startNs) {
      return null;
    }
    double foreignNs = (busyNsAtEnd - busyNsAtStart) - (double) (cpuNsAtEnd - cpuNsAtStart);
    double share = foreignNs / (endNs - startNs) / cores;
    return share < FOREIGN_SHARE_MAX
        ? null
        : String.format(
            Locale.ROOT,
            "the machine: other programs used %.0f %% of the server's processors",
            share * 100);
  }
}
