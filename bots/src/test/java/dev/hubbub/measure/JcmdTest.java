package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class JcmdTest {
  @Test
  void the_total_of_a_class_histogram_is_its_last_line() {
    String histogram =
        """
         num     #instances         #bytes  class name (module)
           1:         23456        1234567  [B (java.base@25)
        Total        100000        7654321
        """;

    assertThat(Jcmd.total(histogram)).hasValue(7_654_321L);
    assertThat(Jcmd.total("Could not attach")).isEmpty();
  }

  @Test
  void the_collector_is_the_one_that_is_switched_on() {
    assertThat(Jcmd.collector("-XX:-UseG1GC -XX:+UseSerialGC -XX:+UseNUMA")).hasValue("Serial");
    assertThat(Jcmd.collector("-XX:+UseG1GC")).hasValue("G1");
    assertThat(Jcmd.collector("-XX:+UseNUMA")).isEmpty();
  }

  @Test
  void a_process_that_has_ended_has_no_heap() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThat(Jcmd.liveHeapBytes(ended.pid())).isNull();
  }

  @Test
  void a_process_that_is_no_jvm_is_not_even_asked() throws IOException, InterruptedException {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(Jcmd.liveHeapBytes(other.pid())).isNull();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_jvm_tells_its_live_heap_and_its_collector() throws InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "jcmd")));
    long own = ProcessHandle.current().pid();

    assertThat(Jcmd.liveHeapBytes(own)).isGreaterThan(100_000L);
    assertThat(Jcmd.garbageCollector(own)).isNotBlank();
  }
}
