package dev.hubbub.container;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.hubbub.measure.ProcessorList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a container of the server is started; always hardened.
 *
 * @param cpus limit of processor time in processors, null for none
 * @param memoryMiB limit of memory, swap included
 * @param processors that it may use; empty for all
 * @param openFilesMax asked of the engine; null for what the engine gives by itself
 * @param environment further variables
 */
record ContainerSpec(
    @Nullable Double cpus,
    int memoryMiB,
    List<Integer> processors,
    @Nullable Long openFilesMax,
    Map<String, String> environment) {
  /**
   * Period over which the kernel hands out processor time. With its default of 100 ms a container
   * that has used up its part stands still for up to 99 ms, which is beyond the SLO.
   */
  static final int CPU_PERIOD_MICROS = 10_000;

  static final int MEMORY_MIB_DEFAULT = 256;

  /** A small one, with options by their environment variables. */
  static ContainerSpec small(Map<String, String> environment) {
    return new ContainerSpec(null, MEMORY_MIB_DEFAULT, List.of(), null, environment);
  }

  /** A small one. */
  static ContainerSpec small() {
    return small(Map.of());
  }

  /** One of this size. */
  static ContainerSpec of(
      double cpus, int memoryMiB, List<Integer> processors, @Nullable Long openFilesMax) {
    return new ContainerSpec(cpus, memoryMiB, processors, openFilesMax, Map.of());
  }

  /** Tells the engine. */
  HostConfig applyTo(HostConfig config) {
    long bytes = (long) memoryMiB << 20;
    config
        .withMemory(bytes)
        .withMemorySwap(bytes)
        .withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"));
    if (cpus != null) {
      config
          .withCpuPeriod((long) CPU_PERIOD_MICROS)
          .withCpuQuota(Math.round(cpus * CPU_PERIOD_MICROS));
    }
    if (!processors.isEmpty()) {
      config.withCpusetCpus(ProcessorList.format(processors));
    }
    if (openFilesMax != null) {
      config.withUlimits(new Ulimit[] {new Ulimit("nofile", openFilesMax, openFilesMax)});
    }
    return config;
  }
}
