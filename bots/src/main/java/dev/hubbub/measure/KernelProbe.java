package dev.hubbub.measure;

import dev.hubbub.measure.result.TcpCounts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads limits and counters of the machine's network. Off Linux every figure is null.
 *
 * <p>Safe for use by several threads.
 */
public final class KernelProbe {
  private static final Pattern TCP_PAGES = Pattern.compile("(?m)^TCP:.*\\bmem (\\d+)");

  // The unit of the kernel's page counts on every processor that Java 25 and epoll run on by
  // default.
  private static final long PAGE_BYTES = 4096;

  // What Linux tells users a tick is, whatever the kernel counts in.
  private static final long TICK_NS = 10_000_000;

  private final ProcFiles proc;

  /** Reads from the kernel. */
  public KernelProbe() {
    this(ProcFiles.ofKernel());
  }

  KernelProbe(ProcFiles proc) {
    this.proc = proc;
  }

  /** Memory of the buffers of all TCP sockets of the machine, in bytes. */
  public @Nullable Long socketMemoryBytes() {
    return proc.text("net/sockstat")
        .map(TCP_PAGES::matcher)
        .filter(Matcher::find)
        .map(matcher -> Long.parseLong(matcher.group(1)) * PAGE_BYTES)
        .orElse(null);
  }

  /** Longest queue of connections that wait to be accepted. */
  public @Nullable Integer somaxconn() {
    return proc.text("sys/net/core/somaxconn")
        .flatMap(text -> ProcFiles.parse(text, Integer::valueOf))
        .orElse(null);
  }

  /** Local ports that connections get, {@code first-last}. */
  public @Nullable String portRange() {
    Optional<String> text = proc.text("sys/net/ipv4/ip_local_port_range");
    return text.map(range -> range.replaceAll("\\s+", "-")).orElse(null);
  }

  /**
   * Time that these processors were busy with anything since the machine started, in nanoseconds;
   * what the hypervisor gave to others counts as busy. Null when one of them isn't told of.
   */
  public @Nullable Long busyNs(List<Integer> processors) {
    long ticks = 0;
    for (int processor : processors) {
      Optional<String> line = proc.field("stat", "cpu" + processor + " ");
      Optional<Long> busy = line.flatMap(text -> ProcFiles.parse(text, KernelProbe::busyTicks));
      if (busy.isEmpty()) {
        return null;
      }
      ticks += busy.get();
    }
    return ticks * TICK_NS;
  }

  // user nice system idle iowait irq softirq steal, as proc_stat(5) has it.
  private static long busyTicks(String line) {
    String[] columns = line.split(" ", -1);
    if (columns.length < 8) {
      throw new NumberFormatException("too few columns: " + line);
    }
    return IntStream.of(0, 1, 2, 5, 6, 7).mapToLong(i -> Long.parseLong(columns[i])).sum();
  }

  /** What the kernel has counted of TCP, since the machine or its network namespace started. */
  public TcpCounts tcpCounts() {
    return new TcpCounts(
        counter("net/netstat", "TcpExt:", "ListenOverflows"),
        counter("net/netstat", "TcpExt:", "ListenDrops"),
        counter("net/snmp", "Tcp:", "RetransSegs"),
        counter("net/snmp", "Tcp:", "OutSegs"));
  }

  // A group has two lines: names, and below them their values.
  private @Nullable Long counter(String path, String group, String name) {
    List<List<String>> lines =
        proc.text(path).stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith(group + " "))
            .map(line -> List.of(line.split(" ", -1)))
            .toList();
    int column = lines.size() == 2 ? lines.getFirst().indexOf(name) : -1;
    return column < 0 || column >= lines.getLast().size()
        ? null
        : ProcFiles.parse(lines.getLast().get(column), Long::valueOf).orElse(null);
  }

  /** The processor's model. */
  public @Nullable String processorModel() {
    return proc.field("cpuinfo", "model name").orElse(null);
  }
}
