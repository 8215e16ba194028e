package dev.hubbub.bots.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The folder of a control group. */
final class Cgroup {
  private static final String PROCESSES = "cgroup.procs";
  private static final String HANDED_DOWN = "cgroup.subtree_control";
  private static final Duration REMOVAL_MAX = Duration.ofSeconds(2);
  private static final long REMOVAL_POLL_NS = Duration.ofMillis(10).toNanos();

  private final Path folder;

  private Cgroup(Path folder) {
    this.folder = folder;
  }

  /** A group that is there. */
  static Cgroup at(Path folder) {
    return new Cgroup(folder);
  }

  /**
   * Makes a group that gets no more processor time than the limit.
   *
   * @throws IOException if this user may not, or the kernel doesn't take the limit
   */
  static Cgroup make(CgroupHierarchy.Version version, Path parent, GroupName name, CpuLimit limit)
      throws IOException {
    if (version == CgroupHierarchy.Version.V2) {
      handDownCpu(parent);
    }
    Cgroup group = new Cgroup(Files.createDirectory(parent.resolve(name.toString())));
    try {
      for (Map.Entry<String, String> file : limit.files(version).entrySet()) {
        write(group.folder.resolve(file.getKey()), file.getValue());
      }
      return group;
    } catch (IOException e) {
      group.remove();
      throw e;
    }
  }

  /** Removes what runs that were killed have left below the folder, as far as it can be. */
  static void removeLeftOvers(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      folders
          .filter(folder -> isLeftOver(folder.getFileName().toString()))
          .forEach(folder -> new Cgroup(folder).dissolveInto(new Cgroup(parent)));
    } catch (IOException e) {
      // Then nothing can be made there either, which is said where it matters.
    }
  }

  /** Moves a process into it, with all its threads. */
  void add(long pid) throws IOException {
    write(folder.resolve(PROCESSES), Long.toString(pid));
  }

  /** Removes the group, once the processes in it are gone. Whether that came to be in time. */
  boolean remove() {
    long deadlineNs = System.nanoTime() + REMOVAL_MAX.toNanos();
    while (true) {
      try {
        Files.deleteIfExists(folder);
        return true;
      } catch (IOException e) {
        // A process that has ended is in its group for a moment longer.
        if (System.nanoTime() - deadlineNs > 0) {
          return false;
        }
        LockSupport.parkNanos(REMOVAL_POLL_NS);
      }
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private void dissolveInto(Cgroup parent) {
    try {
      for (String pid : Files.readAllLines(folder.resolve(PROCESSES))) {
        parent.add(Long.parseLong(pid));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It is in nobody's way: names are never used again.
    }
  }

  private static boolean isLeftOver(String folder) {
    return GroupName.parse(folder).filter(name -> !name.isOfLivingProcess()).isPresent();
  }

  private static void handDownCpu(Path parent) throws IOException {
    Path file = parent.resolve(HANDED_DOWN);
    if (!List.of(Files.readString(file).strip().split(" ")).contains("cpu")) {
      write(file, "+cpu");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }
}
