package dev.hubbub.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.hubbub.measure.result.Environment;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records the machine and the programs of a run. */
public final class EnvironmentProbe {
  /**
   * The server's side of it.
   *
   * @param javaFlags that it was started with; null when it was not started by this run
   * @param garbageCollector null when unknown
   * @param transport null when unknown
   */
  public record ServerSide(
      @Nullable List<String> javaFlags,
      @Nullable String garbageCollector,
      @Nullable String transport) {
    /** A server of which nothing is known. */
    public static final ServerSide UNKNOWN = new ServerSide(null, null, null);
  }

  private EnvironmentProbe() {}

  /**
   * The environment now.
   *
   * @param generatorFlags of the JVMs that make the load
   * @param pinning which processors each side was pinned to, or why not
   */
  public static Environment probe(ServerSide server, List<String> generatorFlags, String pinning)
      throws InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    KernelProbe kernel = new KernelProbe();
    return new Environment(
        Objects.requireNonNullElse(kernel.processorModel(), system.getArch()),
        processors(),
        system.getTotalMemorySize(),
        system.getName() + " " + system.getVersion(),
        system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : -1,
        kernel.somaxconn(),
        kernel.portRange(),
        Runtime.version().toString() + " (" + System.getProperty("java.vm.name") + ")",
        flags(server, generatorFlags),
        server.garbageCollector(),
        server.transport(),
        null,
        Versions.ofLibraries(),
        Versions.gitRevision(),
        pinning);
  }

  // What this process may use says less than what the machine has, once it has pinned itself.
  private static int processors() {
    int own = Runtime.getRuntime().availableProcessors();
    return (int)
        Math.max(
            own,
            ProcFiles.ofKernel().text("cpuinfo").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("processor"))
                .count());
  }

  private static Map<String, List<String>> flags(ServerSide server, List<String> generatorFlags) {
    Map<String, List<String>> flags = new TreeMap<>();
    flags.put("generator", generatorFlags);
    if (server.javaFlags() != null) {
      flags.put("server", server.javaFlags());
    }
    return flags;
  }
}
