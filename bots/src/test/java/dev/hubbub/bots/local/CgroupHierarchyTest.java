package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.local.CgroupHierarchy.Version;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CgroupHierarchyTest {
  private static final String UNIFIED =
      "25 23 0:22 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
  private static final String HYBRID =
      """
      24 20 0:21 / /sys/fs/cgroup ro - tmpfs tmpfs ro,mode=755
      25 24 0:22 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
      26 24 0:23 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset
      27 24 0:24 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
      """;

  @Test
  void the_newer_interface_is_one_tree() {
    CgroupHierarchy hierarchy = CgroupHierarchy.find(UNIFIED).orElseThrow();

    assertThat(hierarchy.version()).isEqualTo(Version.V2);
    assertThat(hierarchy.folderOf("0::/user.slice/a.scope\n"))
        .hasValue(Path.of("/sys/fs/cgroup/user.slice/a.scope"));
  }

  @Test
  void where_both_are_mounted_the_older_one_has_the_controller() {
    CgroupHierarchy hierarchy = CgroupHierarchy.find(HYBRID).orElseThrow();

    assertThat(hierarchy.version()).isEqualTo(Version.V1);
    assertThat(hierarchy.folderOf("3:cpuset:/x\n2:cpu,cpuacct:/jobs\n0::/y\n"))
        .hasValue(Path.of("/sys/fs/cgroup/cpu,cpuacct/jobs"));
  }

  @Test
  void in_a_container_the_path_begins_at_its_own_group() {
    CgroupHierarchy hierarchy =
        CgroupHierarchy.find("9 8 0:7 /docker/abc /cg ro - cgroup cgroup rw,cpu\n").orElseThrow();

    assertThat(hierarchy.folderOf("1:cpu:/docker/abc")).hasValue(Path.of("/cg"));
    assertThat(hierarchy.folderOf("1:cpu:/docker/abc/sub")).hasValue(Path.of("/cg/sub"));
    assertThat(hierarchy.folderOf("1:cpu:/elsewhere")).isEmpty();
  }

  @Test
  void a_system_without_groups_has_none() {
    assertThat(CgroupHierarchy.find("1 1 0:1 / / rw - ext4 /dev/vda rw\n\nnonsense\n")).isEmpty();
    assertThat(CgroupHierarchy.find("1 1 0:1 / /x rw - cgroup cgroup rw,cpuset\n")).isEmpty();
  }

  @Test
  void the_newer_interface_may_need_a_group_further_up() {
    CgroupHierarchy newer = CgroupHierarchy.find(UNIFIED).orElseThrow();
    CgroupHierarchy older = CgroupHierarchy.find(HYBRID).orElseThrow();

    assertThat(newer.candidates(Path.of("/sys/fs/cgroup/a/b")))
        .containsExactly(
            Path.of("/sys/fs/cgroup/a/b"), Path.of("/sys/fs/cgroup/a"), Path.of("/sys/fs/cgroup"));
    assertThat(older.candidates(Path.of("/sys/fs/cgroup/cpu,cpuacct/a")))
        .containsExactly(Path.of("/sys/fs/cgroup/cpu,cpuacct/a"));
  }
}
