package dev.hubbub.bots.engine;

import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.ThreadTimes;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What this process uses between two moments, both of them taken on the event loop. */
final class UsageMeter {
  private static final ThreadTimes NOTHING = new ThreadTimes(Map.of());

  private final NanoClock clock;
  private final ProcessProbe process = new ProcessProbe(ProcessHandle.current().pid());
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private long startNs;
  private ThreadTimes processTimes = NOTHING;
  private long loopCpuNs;
  private long gcMs;

  UsageMeter(NanoClock clock) {
    this.clock = clock;
  }

  void start() {
    gcMs = gcMs();
    processTimes = processTimes();
    loopCpuNs = threads.getCurrentThreadCpuTime();
    startNs = clock.nanoTime();
  }

  RunOutcome.Usage stop(double loopLagMsMax) {
    double elapsedNs = Math.max(1, clock.nanoTime() - startNs);
    long loopNs = threads.getCurrentThreadCpuTime() - loopCpuNs;
    ThreadTimes used = processTimes().since(processTimes);
    double ofProcess = used.cpuNs() / elapsedNs / Runtime.getRuntime().availableProcessors();
    return new RunOutcome.Usage(
        Math.max(loopNs / elapsedNs, ofProcess),
        Math.max(loopNs, used.cpuNs()) / 1e6,
        used.busiest().waitNs() / elapsedNs,
        loopLagMsMax,
        gcMs() - gcMs);
  }

  private long gcMs() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  // Off Linux the probe knows nothing, and the event loop's own time, which counts anyway, is
  // nearly all.
  private ThreadTimes processTimes() {
    return Objects.requireNonNullElse(process.threadTimes(), NOTHING);
  }
}
