package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.ProcessLoad;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the server's process uses during a window. Of a server that runs elsewhere nothing
 * is known.
 */
public final class ServerObserver {
  private final @Nullable ProcessProbe probe;
  private final int cores;
  private long startNs;
  private long endNs;
  private @Nullable Long cpuNsAtStart;
  private @Nullable Long cpuNsAtEnd;

  private ServerObserver(@Nullable ProcessProbe probe, int cores) {
    this.probe = probe;
    this.cores = cores;
  }

  /** Observes a process of this machine. */
  public static ServerObserver of(ProcessProbe probe) {
    return new ServerObserver(probe, Math.max(1, probe.processors().size()));
  }

  /** Observes nothing. */
  public static ServerObserver none() {
    return new ServerObserver(null, 1);
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
    startNs = System.nanoTime();
  }

  /** The window ends now. */
  public void windowEnded() {
    endNs = System.nanoTime();
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
}
