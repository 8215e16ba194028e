package dev.hubbub.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observes a process of this machine from outside. Off Linux, and once the process has ended, every
 * figure is null.
 *
 * <p>Safe for use by several threads.
 */
public final class ProcessProbe {
  private final long pid;
  private final ProcFiles proc;
  // A thread that ended keeps what it was last seen with: its time was spent.
  private final Map<String, ThreadTimes.Times> threads = new HashMap<>();

  /** Observes the process with this id. */
  public ProcessProbe(long pid) {
    this(pid, ProcFiles.ofKernel());
  }

  ProcessProbe(long pid, ProcFiles proc) {
    this.pid = pid;
    this.proc = proc;
  }

  /** The id of the process. */
  public long pid() {
    return pid;
  }

  /** Processor time that the process has used, in nanoseconds, or null. */
  public @Nullable Long cpuNs() {
    ThreadTimes times = threadTimes();
    return times == null ? null : times.cpuNs();
  }

  /**
   * What each of its threads has used, or null.
   *
   * <p>From the first two numbers of {@code /proc/PID/task/TID/schedstat}, which the scheduler
   * counts in nanoseconds: {@code /proc/PID/stat} counts clock ticks and misses what runs between
   * two of them. What a thread did between the last sample and its end is missed.
   */
  public synchronized @Nullable ThreadTimes threadTimes() {
    for (String thread : proc.names(pid + "/task")) {
      proc.text(pid + "/task/" + thread + "/schedstat")
          .flatMap(text -> ProcFiles.parse(text, ProcessProbe::times))
          .ifPresent(times -> threads.merge(thread, times, ThreadTimes.Times::atLeast));
    }
    return threads.isEmpty() ? null : new ThreadTimes(threads);
  }

  private static ThreadTimes.Times times(String schedstat) {
    String[] numbers = schedstat.split(" ", 3);
    if (numbers.length < 2) {
      throw new NumberFormatException("too few numbers: " + schedstat);
    }
    return new ThreadTimes.Times(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /** Resident set, in bytes, or null. */
  public @Nullable Long residentBytes() {
    return proc.number(pid + "/status", "VmRSS").map(kib -> kib * 1024).orElse(null);
  }

  /** Open file descriptors, or null. */
  public @Nullable Long openFiles() {
    List<String> names = proc.names(pid + "/fd");
    return names.isEmpty() ? null : (long) names.size();
  }

  /** File descriptors that the process may have open, or null. */
  public @Nullable Long openFilesMax() {
    return proc.number(pid + "/limits", "Max open files").orElse(null);
  }

  /** Processors that the process may run on, as the kernel numbers them; empty when unknown. */
  public List<Integer> processors() {
    return proc.field(pid + "/status", "Cpus_allowed_list")
        .flatMap(text -> ProcFiles.parse(text, ProcessorList::parse))
        .orElse(List.of());
  }
}
