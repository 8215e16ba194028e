package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.ServerSeries;
import dev.hubbub.measure.result.StepSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Samples the server while a window is open, on a thread of its own: a server under load may take
 * its time to answer, and the end of the window doesn't wait for it.
 */
final class ServerSampler {
  private final Supplier<ServerSample> sampler;
  private final @Nullable Integer cores;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("server-series").factory());
  private final List<ServerSample> samples = new ArrayList<>();

  /** Begins with a sample that was just taken. */
  ServerSampler(
      Supplier<ServerSample> sampler,
      ServerSample start,
      Duration window,
      @Nullable Integer cores) {
    this.sampler = sampler;
    this.cores = cores;
    samples.add(start);
    long intervalNs = StepSeries.interval(window).toNanos();
    thread.scheduleAtFixedRate(this::sample, intervalNs, intervalNs, TimeUnit.NANOSECONDS);
  }

  /** Ends it; a sample that is being taken is not waited for. */
  void stop() {
    thread.shutdownNow();
  }

  /**
   * What was seen.
   *
   * @param cpuShare of an interval
   */
  ServerSeries series(Function<ServerUse, @Nullable Double> cpuShare) {
    List<ServerSample> seen;
    synchronized (samples) {
      seen = List.copyOf(samples);
    }
    List<Double> seconds = new ArrayList<>();
    List<@Nullable Double> cpu = new ArrayList<>();
    List<@Nullable Double> loopLag = new ArrayList<>();
    List<@Nullable Double> gc = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      ServerUse use = new ServerUse(seen.get(i - 1), seen.get(i), cores);
      seconds.add((seen.get(i).atNs() - seen.getFirst().atNs()) / 1e9);
      cpu.add(cpuShare.apply(use));
      loopLag.add(use.loopLagMsMax());
      gc.add(use.gcMs());
    }
    return new ServerSeries(seconds, cpu, loopLag, gc);
  }

  private void sample() {
    ServerSample sample = sampler.get();
    synchronized (samples) {
      if (!thread.isShutdown() && samples.size() <= StepSeries.INTERVALS_MAX) {
        samples.add(sample);
      }
    }
  }
}
