package dev.hubbub.bots.engine;

import com.sun.management.OperatingSystemMXBean;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.StepSeries;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples how a window goes. On the event loop, so by what costs no more than a few system calls.
 */
final class WindowSeries {
  private final NanoClock clock;
  private final RunStatistics counts;
  private final LoopLag loopLag;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final List<IntervalSample> samples = new ArrayList<>();
  private long startNs;
  private Reading last = new Reading(0, 0, 0, 0);

  WindowSeries(NanoClock clock, RunStatistics counts, LoopLag loopLag) {
    this.clock = clock;
    this.counts = counts;
    this.loopLag = loopLag;
  }

  /** The window begins. */
  void start() {
    last = read();
    startNs = last.atNs;
  }

  /** An interval ends, and the next begins. */
  void sample() {
    if (samples.size() == StepSeries.INTERVALS_MAX) {
      return;
    }
    Reading now = read();
    double elapsedNs = Math.max(1, now.atNs - last.atNs);
    double ofProcess =
        (now.processNs - last.processNs) / elapsedNs / Runtime.getRuntime().availableProcessors();
    LatencyRecorder latency = counts.intervalLatency();
    samples.add(
        new IntervalSample(
            (now.atNs - startNs) / 1e9,
            elapsedNs / 1e9,
            latency.count(),
            latency.p50Ms(),
            latency.p99Ms(),
            latency.maxMs(),
            Math.max((now.loopNs - last.loopNs) / elapsedNs, ofProcess),
            loopLag.takeMsMax(),
            now.gcMs - last.gcMs));
    latency.reset();
    last = now;
  }

  /** The intervals so far. */
  List<IntervalSample> samples() {
    return List.copyOf(samples);
  }

  private Reading read() {
    return new Reading(
        clock.nanoTime(),
        threads.getCurrentThreadCpuTime(),
        process.getProcessCpuTime(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum());
  }

  /** What was used so far, at a moment. */
  private record Reading(long atNs, long loopNs, long processNs, long gcMs) {}
}
