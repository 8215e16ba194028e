package dev.hubbub.server.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Meters of the process: collections, memory on and off the heap, threads, processor time, file
 * descriptors.
 */
public final class JvmMeters implements AutoCloseable {
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Binds the meters to a registry, until closed. */
  public JvmMeters(MeterRegistry registry) {
    List<MeterBinder> binders =
        List.of(
            collections,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());
    binders.forEach(binder -> binder.bindTo(registry));
    bindProcessorTime(registry);
    bindDirectMemory(registry);
  }

  private static void bindProcessorTime(MeterRegistry registry) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      FunctionCounter.builder("process.cpu", system, JvmMeters::processorSeconds)
          .description("Processor time of the process")
          .baseUnit("seconds")
          .register(registry);
    }
    Gauge.builder("process.cpus", Runtime.getRuntime()::availableProcessors)
        .description("Processors that the process may use")
        .register(registry);
  }

  // Netty allocates past the JVM's own buffers, so only Netty knows.
  private static void bindDirectMemory(MeterRegistry registry) {
    Gauge.builder("hubbub.direct.memory.limit", PlatformDependent::maxDirectMemory)
        .description("Memory off the heap that Netty may use")
        .baseUnit("bytes")
        .register(registry);
    if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator) {
      ByteBufAllocatorMetric metric = allocator.metric();
      Gauge.builder("hubbub.direct.memory.used", metric::usedDirectMemory)
          .description(
              "Memory off the heap that Netty holds for buffers, those in its pool included")
          .baseUnit("bytes")
          .register(registry);
    }
  }

  private static double processorSeconds(OperatingSystemMXBean system) {
    return system.getProcessCpuTime() / (double) TimeUnit.SECONDS.toNanos(1);
  }

  @Override
  public void close() {
    collections.close();
  }
}
