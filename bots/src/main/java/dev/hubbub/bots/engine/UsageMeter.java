package dev.hubbub.bots.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process uses between two moments. Both are taken on the event loop.
 *
 * <p>Processor time is the sum over the threads of the first figure in {@code
 * /proc/self/task/TID/schedstat}, in nanoseconds (see the kernel's
 * Documentation/scheduler/sched-stats.rst): the figures of {@code /proc/PID/stat} are counted in
 * ticks, and miss threads that run between them.
 */
final class UsageMeter {
  private static final Path TASKS = Path.of("/proc/self/task");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private long startNs;
  private long processCpuNs;
  private long loopCpuNs;
  private long gcMs;

  void start() {
    gcMs = gcMs();
    processCpuNs = processCpuNs();
    loopCpuNs = threads.getCurrentThreadCpuTime();
    startNs = System.nanoTime();
  }

  RunOutcome.Usage stop(double loopLagMsMax) {
    double elapsedNs = Math.max(1, System.nanoTime() - startNs);
    double ofLoop = (threads.getCurrentThreadCpuTime() - loopCpuNs) / elapsedNs;
    double ofProcess =
        (processCpuNs() - processCpuNs) / elapsedNs / Runtime.getRuntime().availableProcessors();
    return new RunOutcome.Usage(Math.max(ofLoop, ofProcess), loopLagMsMax, gcMs() - gcMs);
  }

  private long gcMs() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  private static long processCpuNs() {
    if (!Files.isDirectory(TASKS)) {
      return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
          .getProcessCpuTime();
    }
    try (Stream<Path> tasks = Files.list(TASKS)) {
      return tasks.mapToLong(UsageMeter::threadCpuNs).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long threadCpuNs(Path task) {
    try {
      String line = Files.readString(task.resolve("schedstat"));
      return Long.parseLong(line.substring(0, line.indexOf(' ')));
    } catch (IOException e) {
      // The thread has ended since it was listed.
      return 0;
    }
  }
}
