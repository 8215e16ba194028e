package dev.hubbub.bots.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tree of control groups that hands out processor time on this machine (cgroups(7)).
 *
 * @param version of the interface
 * @param root folder of the group at the top, as far as it is to be seen here
 * @param mountedGroup path of that group in the kernel's tree
 */
record CgroupHierarchy(Version version, Path root, String mountedGroup) {
  /** The two interfaces of the kernel. */
  enum Version {
    /** A tree a controller; that of {@code cpu} counts. */
    V1,
    /** One tree for all. */
    V2
  }

  /**
   * Finds it. Where both are mounted, as some systems do for a time of change, the controller is in
   * the older one, or nowhere to be seen in the newer.
   *
   * @param mountinfo text of {@code /proc/self/mountinfo}, see proc(5)
   */
  static Optional<CgroupHierarchy> find(String mountinfo) {
    List<CgroupHierarchy> found =
        mountinfo.lines().map(CgroupHierarchy::parse).flatMap(Optional::stream).toList();
    return found.stream()
        .filter(hierarchy -> hierarchy.version == Version.V1)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Optional<CgroupHierarchy> parse(String line) {
    String[] halves = line.split(" - ", 2);
    if (halves.length < 2) {
      return Optional.empty();
    }
    String[] mount = halves[0].split(" ");
    String[] type = halves[1].split(" ");
    if (mount.length < 5 || type.length < 3) {
      return Optional.empty();
    }
    boolean hasCpu = Arrays.asList(type[2].split(",")).contains("cpu");
    if (type[0].equals("cgroup") && hasCpu) {
      return Optional.of(new CgroupHierarchy(Version.V1, Path.of(mount[4]), mount[3]));
    }
    return type[0].equals("cgroup2")
        ? Optional.of(new CgroupHierarchy(Version.V2, Path.of(mount[4]), mount[3]))
        : Optional.empty();
  }

  /**
   * The folder of the group that a process is in; empty where it is out of sight.
   *
   * @param membership text of {@code /proc/PID/cgroup}
   */
  Optional<Path> folderOf(String membership) {
    return membership
        .lines()
        .map(line -> line.split(":", 3))
        .filter(fields -> fields.length == 3 && isThis(fields[1]))
        .findFirst()
        .map(fields -> fields[2])
        .flatMap(this::folder);
  }

  /**
   * Folders in which a group for a quota may be made, the best one first. In the newer interface a
   * group that has processes can't hand out processor time to groups below it (the rule of no
   * internal processes), but one above it may.
   */
  List<Path> candidates(Path own) {
    List<Path> folders = new ArrayList<>();
    for (Path folder = own;
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      folders.add(folder);
      if (version == Version.V1) {
        break;
      }
    }
    return folders;
  }

  private boolean isThis(String controllers) {
    return version == Version.V2
        ? controllers.isEmpty()
        : Arrays.asList(controllers.split(",")).contains("cpu");
  }

  private Optional<Path> folder(String group) {
    String above = mountedGroup.equals("/") ? "" : mountedGroup;
    if (!group.startsWith(above)) {
      return Optional.empty();
    }
    String below = group.substring(above.length());
    return Optional.of(
        root.resolve(below.startsWith("/") ? below.substring(1) : below).normalize());
  }
}
