package dev.hubbub.bots;

import java.util.List;

/** The processes that another one has started and that are alive. */
final class ChildProcesses {
  private ChildProcesses() {}

  static List<ProcessHandle> ofThisProcess() {
    return of(ProcessHandle.current());
  }

  static List<ProcessHandle> of(ProcessHandle process) {
    return process.children().filter(ProcessHandle::isAlive).toList();
  }
}
