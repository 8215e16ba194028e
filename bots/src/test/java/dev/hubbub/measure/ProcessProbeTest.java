package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessProbeTest {
  @TempDir Path proc;
  private ProcessProbe probe = new ProcessProbe(0);

  @BeforeEach
  void aProcess() {
    probe = new ProcessProbe(7, new ProcFiles(proc));
  }

  @Test
  void cpu_time_is_the_sum_over_the_threads() throws IOException {
    write("7/task/7/schedstat", "1000 5 1");
    write("7/task/8/schedstat", "234 5 1");

    assertThat(probe.cpuNs()).isEqualTo(1_234);
  }

  @Test
  void a_thread_that_ended_keeps_the_time_it_was_last_seen_with() throws IOException {
    write("7/task/7/schedstat", "1000 5 1");
    write("7/task/8/schedstat", "234 5 1");
    probe.cpuNs();
    Files.delete(proc.resolve("7/task/8/schedstat"));
    Files.delete(proc.resolve("7/task/8"));
    write("7/task/7/schedstat", "2000 6 2");

    assertThat(probe.cpuNs()).isEqualTo(2_234);
  }

  @Test
  void the_busiest_thread_tells_how_long_it_waited_for_a_processor() throws IOException {
    write("7/task/7/schedstat", "1000 50 1");
    write("7/task/8/schedstat", "5000 900 1");
    ThreadTimes before = Objects.requireNonNull(probe.threadTimes());
    write("7/task/7/schedstat", "1800 250 1");
    write("7/task/8/schedstat", "5100 5900 1");
    write("7/task/9/schedstat", "10 0 1");
    ThreadTimes used = Objects.requireNonNull(probe.threadTimes()).since(before);

    assertThat(used.cpuNs()).isEqualTo(910);
    assertThat(used.busiest()).isEqualTo(new ThreadTimes.Times(800, 200));
  }

  @Test
  void memory_files_and_processors_come_from_the_kernels_tables() throws IOException {
    write("7/status", "Name:\tjava\nVmRSS:\t   12 kB\nCpus_allowed_list:\t0-1,4\n");
    write(
        "7/limits",
        "Limit   Soft Limit  Hard Limit\nMax open files            20000    30000 files");
    write("7/fd/0", "");
    write("7/fd/1", "");

    assertThat(probe.residentBytes()).isEqualTo(12 * 1024);
    assertThat(probe.openFiles()).isEqualTo(2);
    assertThat(probe.openFilesMax()).isEqualTo(20_000);
    assertThat(probe.processors()).containsExactly(0, 1, 4);
  }

  @Test
  void everything_is_null_where_there_is_no_such_process() {
    assertThat(probe.cpuNs()).isNull();
    assertThat(probe.residentBytes()).isNull();
    assertThat(probe.openFiles()).isNull();
    assertThat(probe.openFilesMax()).isNull();
    assertThat(probe.processors()).isEmpty();
  }

  @Test
  void everything_is_null_where_the_tables_hold_something_else() throws IOException {
    write("7/task/7/schedstat", "none");
    write("7/status", "VmRSS:\nCpus_allowed_list:\tall\n");
    write("7/limits", "Max open files unlimited");

    assertThat(probe.cpuNs()).isNull();
    assertThat(probe.residentBytes()).isNull();
    assertThat(probe.openFilesMax()).isNull();
    assertThat(probe.processors()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void this_process_can_be_observed() {
    ProcessProbe own = new ProcessProbe(ProcessHandle.current().pid());

    assertThat(own.cpuNs()).isPositive();
    assertThat(own.residentBytes()).isGreaterThan(1 << 20);
    assertThat(own.openFiles()).isGreaterThan(2);
    assertThat(own.processors()).isNotEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = proc.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
