package dev.hubbub.bots.local;

import dev.hubbub.measure.CommandOutput;
import dev.hubbub.measure.ProcessorList;
import java.util.List;

/** Pins processes with the tool {@code taskset} of util-linux. */
public final class Taskset {
  private Taskset() {}

  /** Whether it is there. */
  public static boolean isAvailable() throws InterruptedException {
    return CommandOutput.of("taskset", "--version").isPresent();
  }

  /** The beginning of a command line whose process is to be pinned; empty: not pinned. */
  static List<String> prefix(List<Integer> processors) {
    return processors.isEmpty()
        ? List.of()
        : List.of("taskset", "-c", ProcessorList.format(processors));
  }

  /** Moves all threads of this process. What can't be moved stays: it only watches. */
  public static void pinThisProcess(List<Integer> processors) throws InterruptedException {
    if (!processors.isEmpty()) {
      pin(ProcessHandle.current().pid(), processors);
    }
  }

  /**
   * Moves all threads of a process to these processors, at least one. Whether that could be done:
   * it is not where the process is another user's, or gone.
   */
  public static boolean pin(long pid, List<Integer> processors) throws InterruptedException {
    String list = ProcessorList.format(processors);
    return CommandOutput.of("taskset", "-a", "-p", "-c", list, Long.toString(pid)).isPresent();
  }
}
