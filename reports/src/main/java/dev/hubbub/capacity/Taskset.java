package dev.hubbub.capacity;

import dev.hubbub.measure.CommandOutput;
import dev.hubbub.measure.ProcessorList;
import java.util.List;

/** Pins processes with the tool {@code taskset} of util-linux. */
final class Taskset {
  private Taskset() {}

  /** Whether it is there. */
  static boolean isAvailable() throws InterruptedException {
    return CommandOutput.of("taskset", "--version").isPresent();
  }

  /** The beginning of a command line whose process is to be pinned; empty: not pinned. */
  static List<String> prefix(List<Integer> processors) {
    return processors.isEmpty()
        ? List.of()
        : List.of("taskset", "-c", ProcessorList.format(processors));
  }

  /** Moves all threads of this process. What can't be moved stays: it only watches. */
  static void pinThisProcess(List<Integer> processors) throws InterruptedException {
    if (!processors.isEmpty()) {
      String own = Long.toString(ProcessHandle.current().pid());
      CommandOutput.of("taskset", "-a", "-p", "-c", ProcessorList.format(processors), own);
    }
  }
}
