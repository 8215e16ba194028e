package dev.hubbub.bots.engine;

import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.ProcessProbe;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** What this process uses between two moments, both of them taken on the event loop. */
final class UsageMeter {
  private final NanoClock clock;
  private final ProcessProbe process = new ProcessProbe(ProcessHandle.current().pid());
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private long startNs;
  private long processCpuNs;
  private long loopCpuNs;
  private long gcMs;

  UsageMeter(NanoClock clock) {
    this.clock = clock;
  }

  void start() {
    gcMs = gcMs();
    processCpuNs = processCpuNs();
    loopCpuNs = threads.getCurrentThreadCpuTime();
    startNs = clock.nanoTime();
  }

  RunOutcome.Usage stop(double loopLagMsMax) {
    double elapsedNs = Math.max(1, clock.nanoTime() - startNs);
    double ofLoop = (threads.getCurrentThreadCpuTime() - loopCpuNs) / elapsedNs;
    double ofProcess =
        (processCpuNs() - processCpuNs) / elapsedNs / Runtime.getRuntime().availableProcessors();
    return new RunOutcome.Usage(Math.max(ofLoop, ofProcess), loopLagMsMax, gcMs() - gcMs);
  }

  private long gcMs() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  // Off Linux the probe knows nothing, and the event loop's own time, which counts anyway, is
  // nearly all.
  private long processCpuNs() {
    Long cpuNs = process.cpuNs();
    return cpuNs == null ? 0 : cpuNs;
  }
}
