package dev.hubbub.bots.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a group of ours: it tells the process that made it, so that one that was left over by
 * a process that was killed can be told.
 *
 * @param pid the process
 * @param startedAtMs when that process was started, for ids are used again; 0 when unknown
 * @param number among the groups of the process
 */
record GroupName(long pid, long startedAtMs, int number) {
  private static final Pattern SYNTAX =
      Pattern.compile("hubbub-(\\d{1,18})-(\\d{1,18})-(\\d{1,9})");

  /** A name for a group of this process. */
  static GroupName ofThisProcess(int number) {
    ProcessHandle own = ProcessHandle.current();
    return new GroupName(own.pid(), startedAtMs(own), number);
  }

  /** Reads the name of a folder; empty if it is none of ours. */
  static Optional<GroupName> parse(String folder) {
    Matcher matcher = SYNTAX.matcher(folder);
    return matcher.matches()
        ? Optional.of(
            new GroupName(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether the process that made it still runs. */
  boolean isOfLivingProcess() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAtMs(process) == startedAtMs)
        .isPresent();
  }

  @Override
  public String toString() {
    return "hubbub-" + pid + "-" + startedAtMs + "-" + number;
  }

  private static long startedAtMs(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
