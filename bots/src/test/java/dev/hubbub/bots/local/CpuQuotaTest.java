package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.measure.ProcFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the kernel's own groups, where this user may make one; skipped and said so elsewhere. */
class CpuQuotaTest {
  private final ProcFiles proc = ProcFiles.ofKernel();
  private Process busy;

  @BeforeEach
  void start() throws IOException {
    try (CpuQuota quota = CpuQuota.of(0.5)) {
      assertThat(quota).isNotNull();
    } catch (IOException e) {
      System.err.println("SKIPPED: " + e.getMessage());
      Assumptions.abort(e.getMessage());
    }
    busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
  }

  @AfterEach
  void end() {
    if (busy != null) {
      busy.destroyForcibly();
    }
  }

  @Test
  void a_process_is_throttled_and_given_back_at_the_end() throws Exception {
    String before = membership();
    Path group;
    try (CpuQuota quota = CpuQuota.of(0.1)) {
      quota.add(busy.pid());
      assertThat(membership()).isNotEqualTo(before);
      group = group();
      assertThat(group).isDirectory();
      await().atMost(Duration.ofSeconds(30)).until(() -> isThrottled(group));
    }

    assertThat(membership()).isEqualTo(before);
    assertThat(group).doesNotExist();
    assertThat(busy.isAlive()).isTrue();
  }

  @Test
  void what_a_killed_run_left_goes_with_the_next_one() throws Exception {
    Path parent;
    try (CpuQuota quota = CpuQuota.of(0.5)) {
      quota.add(busy.pid());
      parent = Objects.requireNonNull(group().getParent());
    }
    // As if made by a process that runs no more: one that was started a millisecond earlier.
    GroupName own = GroupName.ofThisProcess(99);
    Path leftOver =
        Files.createDirectory(
            parent.resolve(new GroupName(own.pid(), own.startedAtMs() - 1, 99).toString()));
    Cgroup.at(leftOver).add(busy.pid());

    CpuQuota.of(0.5).close();

    assertThat(leftOver).doesNotExist();
    assertThat(busy.isAlive()).isTrue();
  }

  @Test
  void a_process_that_is_gone_can_not_be_put_under_a_quota() throws Exception {
    try (CpuQuota quota = CpuQuota.of(0.5)) {
      busy.destroyForcibly().waitFor();

      assertThatThrownBy(() -> quota.add(busy.pid()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("process " + busy.pid());
    }
  }

  private String membership() {
    return proc.text(busy.pid() + "/cgroup").orElseThrow();
  }

  private Path group() {
    CgroupHierarchy hierarchy =
        CgroupHierarchy.find(proc.text("self/mountinfo").orElseThrow()).orElseThrow();
    return hierarchy.folderOf(membership()).orElseThrow();
  }

  private static boolean isThrottled(Path group) throws IOException {
    return Files.readString(group.resolve("cpu.stat"))
        .lines()
        .filter(line -> line.startsWith("nr_throttled "))
        .anyMatch(line -> !line.equals("nr_throttled 0"));
  }
}
