package dev.hubbub.bots.local;

import dev.hubbub.measure.ProcFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives processes together no more than a share of processor time: a control group of their own,
 * which is gone again, and they back where they were, when it is closed. What a run that was killed
 * has left behind goes with the next one.
 */
public final class CpuQuota implements AutoCloseable {
  /** The least that can be given, in processors. */
  public static final double CPUS_MIN = CpuLimit.CPUS_MIN;

  /** The most. */
  public static final double CPUS_MAX = CpuLimit.CPUS_MAX;

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final CgroupHierarchy hierarchy;
  private final Cgroup group;
  private final ProcFiles proc;
  private final Map<Long, Path> homes = new LinkedHashMap<>();

  private CpuQuota(CgroupHierarchy hierarchy, Cgroup group, ProcFiles proc) {
    this.hierarchy = hierarchy;
    this.group = group;
    this.proc = proc;
  }

  /**
   * A quota for nobody yet.
   *
   * @param cpus processors' worth of time
   * @throws IOException if this machine has no such groups, or this user may not make one; says why
   */
  public static CpuQuota of(double cpus) throws IOException {
    ProcFiles proc = ProcFiles.ofKernel();
    CgroupHierarchy hierarchy =
        CgroupHierarchy.find(proc.text("self/mountinfo").orElse(""))
            .orElseThrow(() -> impossible("this system has no control groups"));
    Path own =
        hierarchy
            .folderOf(proc.text("self/cgroup").orElse(""))
            .orElseThrow(() -> impossible("the group of this process is out of sight"));
    CpuLimit limit = new CpuLimit(cpus);
    String reason = "there is no group to make one in";
    for (Path parent : hierarchy.candidates(own)) {
      Cgroup.removeLeftOvers(parent);
      try {
        GroupName name = GroupName.ofThisProcess(NUMBERS.incrementAndGet());
        return new CpuQuota(hierarchy, Cgroup.make(hierarchy.version(), parent, name, limit), proc);
      } catch (IOException e) {
        reason = text(e);
      }
    }
    throw impossible(reason);
  }

  /**
   * A quota for a process of this machine.
   *
   * @throws IOException as {@link #of(double)} and {@link #add}
   */
  public static CpuQuota of(double cpus, long pid) throws IOException {
    CpuQuota quota = of(cpus);
    try {
      quota.add(pid);
      return quota;
    } catch (IOException e) {
      quota.close();
      throw e;
    }
  }

  /**
   * Puts a process of this machine under the quota.
   *
   * @throws IOException if it is gone, or somebody else's
   */
  public void add(long pid) throws IOException {
    @Nullable Path home = proc.text(pid + "/cgroup").flatMap(hierarchy::folderOf).orElse(null);
    try {
      group.add(pid);
    } catch (IOException e) {
      throw new IOException(
          "process " + pid + " can't be put under a quota of processor time: " + text(e), e);
    }
    if (home != null) {
      homes.put(pid, home);
    }
  }

  /** Puts the processes that still run back where they were, and removes the group. */
  @Override
  public void close() {
    homes.forEach((pid, home) -> {
      try {
        Cgroup.at(home).add(pid);
      } catch (IOException e) {
        // It has ended, as those do that the run started.
      }
    });
    homes.clear();
    if (!group.remove()) {
      System.err.println("hubbub: can't remove the control group " + group);
    }
  }

  private static IOException impossible(String reason) {
    return new IOException(
        "'--server-cpus' needs a control group (cgroup v1 or v2) with the cpu controller that this"
            + " user may make: "
            + reason);
  }

  private static String text(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    return e instanceof FileSystemException failed && failed.getReason() != null
        ? failed.getReason() + ": " + failed.getFile()
        : Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
