package dev.hubbub.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.ServerGauges;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final ServerGauges ROOMY =
      new ServerGauges(50L << 20, 200L << 20, 1L << 20, 0L, 0L, 20_000L);
  private static final TcpCounts QUIET = new TcpCounts(0L, 0L, 0L, 100_000L);

  @Test
  void the_first_limit_in_the_order_of_asking_is_named() {
    assertThat(cause(load(0.95, 0.9, 80.0, 500.0), ROOMY, QUIET))
        .isEqualTo("p99 latency 83 ms over 50 ms; server CPU at 95 % of 2 cores");
    assertThat(cause(load(0.3, 0.4, 80.0, 500.0), ROOMY, QUIET))
        .endsWith("; server event loops at most 80 ms late");
    assertThat(cause(load(0.3, 0.4, 5.0, 500.0), ROOMY, QUIET))
        .endsWith("; server stopped 500 ms for garbage collection, 10.0 % of the window");
  }

  @Test
  void one_thread_at_a_whole_processor_is_a_limit_though_the_others_are_idle() {
    assertThat(cause(load(0.5, 0.99, 5.0, 0.0), ROOMY, QUIET))
        .endsWith("; server CPU at 50 % of 2 cores, its busiest thread at 99 % of one");
  }

  @Test
  void a_full_heap_is_a_limit() {
    ServerGauges full = new ServerGauges(198L << 20, 200L << 20, 1L << 20, 0L, 0L, 20_000L);

    assertThat(cause(load(0.3, 0.4, 5.0, 0.0), full, QUIET))
        .endsWith("; server heap 198 of 200 MiB, direct buffers 1 MiB");
  }

  @Test
  void receivers_that_were_cut_are_a_limit() {
    ServerGauges cut = new ServerGauges(50L << 20, 200L << 20, 1L << 20, 9_000L, 3L, 20_000L);

    assertThat(cause(load(0.3, 0.4, 5.0, 0.0), cut, QUIET))
        .endsWith("; server cut 3 slow receivers, 9,000 bytes waited for receivers at the end");
  }

  @Test
  void connections_that_the_kernel_turned_away_are_a_limit() {
    assertThat(cause(load(0.3, 0.4, 5.0, 0.0), ROOMY, new TcpCounts(7L, 9L, 0L, 100L)))
        .endsWith(
            "; the kernel turned away 9 connections, 7 of them because a queue of connections to"
                + " accept was full");
  }

  @Test
  void many_segments_sent_again_are_a_limit() {
    assertThat(cause(load(0.3, 0.4, 5.0, 0.0), ROOMY, new TcpCounts(0L, 0L, 101L, 100_000L)))
        .endsWith("; the kernel sent 101 of 100,000 TCP segments again");
  }

  @Test
  void where_nothing_was_at_its_limit_that_is_said() {
    assertThat(cause(load(0.3, 0.4, 5.0, 0.0), ROOMY, QUIET))
        .endsWith("; no limit was seen: server CPU at 30 % of 2 cores");
  }

  @Test
  void the_evidence_goes_from_the_server_over_the_machine_to_the_generator() {
    StepResult step = step(load(0.3, 0.4, 5.0, 0.0), ROOMY, QUIET);

    assertThat(new Attribution(2.0, 20_000L).evidence(step))
        .extracting(Evidence::side)
        .isSorted()
        .contains(Evidence.Side.values());
    assertThat(new Attribution(2.0, 20_000L).evidence(step).getLast())
        .isEqualTo(
            new Evidence(
                Evidence.Side.GENERATOR,
                "generator: CPU 60 %, waited for a processor 1 % of the time, event loop at most"
                    + " 2.5 ms late, stopped 4 ms for garbage collection, send lag p99 0.5 ms",
                false));
  }

  @Test
  void a_generator_at_its_limit_is_the_last_that_is_asked() {
    StepResult step =
        Steps.outcome(1, Outcome.GENERATOR_LIMITED, ProcessLoad.UNKNOWN, "the generator: slow")
            .result();

    assertThat(new Attribution(null, null).cause(step)).endsWith("; the generator: slow");
  }

  private static String cause(ProcessLoad server, @Nullable ServerGauges gauges, TcpCounts tcp) {
    return new Attribution(2.0, 20_000L).cause(step(server, gauges, tcp));
  }

  private static StepResult step(ProcessLoad server, @Nullable ServerGauges gauges, TcpCounts tcp) {
    StepResult step = Steps.outcome(1, Outcome.FAILED, server, null).result();
    return new StepResult(
        step.phase(),
        step.target(),
        step.users(),
        step.offeredPerSecond(),
        step.deliveredPerSecond(),
        step.windowSeconds(),
        step.messages(),
        step.connections(),
        step.backlogStart(),
        step.backlogEnd(),
        step.latency(),
        step.sendLag(),
        server,
        step.generator(),
        gauges,
        tcp,
        step.failures(),
        null,
        null);
  }

  private static ProcessLoad load(
      double cpuShare, double busiestThreadShare, double loopLagMs, double gcMs) {
    return new ProcessLoad(
        cpuShare, busiestThreadShare, 0.0, 12.0, 1L << 28, 1_100L, loopLagMs, gcMs);
  }
}
