package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.PrometheusText;
import dev.hubbub.measure.ThreadTimes;
import dev.hubbub.measure.ThreadTimes.Times;
import dev.hubbub.measure.result.ServerGauges;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerUseTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void a_process_of_this_machine_tells_its_own_times() {
    ServerUse use =
        new ServerUse(
            sample(0, times(0, 0), 0L, null),
            sample(2 * SECOND, times(SECOND, SECOND / 2), 3 * SECOND, null),
            2);

    assertThat(use.cpuNs()).isEqualTo(1.5e9);
    assertThat(use.cpuShare()).isEqualTo(0.375);
    assertThat(use.busiestThreadShare()).isEqualTo(0.5);
    assertThat(use.cpuWaitShare()).isEqualTo(0.25);
    assertThat(use.foreignShare()).isEqualTo(0.375);
    assertThat(use.loopLagMsMax()).isNull();
    assertThat(use.gauges()).isNull();
  }

  @Test
  void a_server_elsewhere_is_known_by_its_page() {
    ServerUse use =
        new ServerUse(
            sample(0, null, null, page(1e9, 0.5, 10, 10)),
            sample(2 * SECOND, null, null, page(2e9, 0.53, 15, 16)),
            null);

    assertThat(use.cpuShare()).isEqualTo(0.125);
    assertThat(use.busiestThreadShare()).isNull();
    assertThat(use.gcMs()).isBetween(29.9, 30.1);
    assertThat(use.loopLagMsMax()).isInfinite();
    assertThat(use.openFiles()).isEqualTo(59);
    assertThat(use.gauges()).isEqualTo(new ServerGauges(300L, 1_000L, 7L, 5L, 0L, 20_000L));
  }

  @Test
  void a_page_that_was_of_another_server_tells_nothing() {
    ServerUse use =
        new ServerUse(
            sample(0, null, null, null), sample(SECOND, null, null, page(2e9, 1, 1, 1)), null);

    assertThat(use.cpuShare()).isNull();
    assertThat(use.gcMs()).isNull();
    assertThat(use.openFiles()).isNull();
    assertThat(use.gauges()).isNull();
  }

  private static ServerSample sample(
      long atNs,
      @Nullable ThreadTimes times,
      @Nullable Long busyNs,
      @Nullable PrometheusText page) {
    return new ServerSample(atNs, times, busyNs, page);
  }

  private static ThreadTimes times(long loopNs, long otherNs) {
    return new ThreadTimes(
        Map.of("1", new Times(loopNs, loopNs / 2), "2", new Times(otherNs, otherNs * 3)));
  }

  private static PrometheusText page(double cpuNs, double gcSeconds, int fast, int all) {
    return PrometheusText.parse(
        """
        process_cpu_time_ns_total %s
        system_cpu_count 4.0
        jvm_gc_max_data_size_bytes 4.2E9
        jvm_gc_pause_seconds_sum{action="end of minor GC"} %s
        hubbub_event_loop_lag_seconds_bucket{le="0.001"} %d
        hubbub_event_loop_lag_seconds_bucket{le="+Inf"} %d
        process_files_open_files 59.0
        process_files_max_files 20000.0
        jvm_memory_used_bytes{area="heap",id="a"} 100
        jvm_memory_used_bytes{area="heap",id="b"} 200
        jvm_memory_max_bytes{area="heap",id="a"} 1000
        jvm_buffer_memory_used_bytes{id="direct"} 7
        hubbub_pending_bytes 5
        hubbub_slow_receivers_cut_total 2
        """
            .formatted(cpuNs, gcSeconds, fast, all));
  }
}
