package dev.hubbub.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Results;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ComparedLatencyTest {
  @Test
  void the_interval_holds_the_percentile_and_narrows_with_the_sample() {
    Tail small = Tail.of(latency(2_000, 10)).orElseThrow();
    Tail large = Tail.of(latency(200_000, 10)).orElseThrow();

    assertThat(small.p99Ms()).isBetween(small.lowMs(), small.highMs());
    assertThat(large.highMs() - large.lowMs()).isLessThan((small.highMs() - small.lowMs()) / 3);
  }

  @Test
  void one_window_each_can_t_decide_whatever_it_shows() {
    Comparison differs =
        Comparison.of(run(step(1_000, 10), step(2_000, 10)), run(step(1_000, 10), step(2_000, 30)));

    assertThat(differs.latencies())
        .satisfiesExactly(
            same ->
                assertThat(same.judgement().words())
                    .isEqualTo("no difference beyond that of the messages of one window"),
            other -> {
              assertThat(other.judgement().words()).startsWith("these two windows differ");
              assertThat(other.judgement().outcome()).isEqualTo(Outcome.UNDECIDED);
              assertThat(other.load()).isEqualTo(2_000);
            });
  }

  @Test
  void several_windows_at_a_load_decide() {
    RunResult fast = run(step(1_000, 10), step(1_000, 10.5), step(1_000, 11), step(1_000, 9.5));
    RunResult slow = run(step(1_000, 30), step(1_000, 31), step(1_000, 32), step(1_000, 30.5));

    assertThat(Comparison.of(fast, slow).latencies())
        .singleElement()
        .extracting(one -> one.judgement().outcome())
        .isEqualTo(Outcome.WORSE);
  }

  @Test
  void only_loads_that_both_were_under_are_shown() {
    assertThat(Comparison.of(run(step(1_000, 10)), run(step(4_000, 10))).latencies()).isEmpty();
  }

  @Test
  void a_histogram_that_can_t_be_read_is_left_out() {
    assertThat(Tail.of(new Percentiles(2_000, 1.0, 1.0, 1.0, null, 1.0, "no histogram"))).isEmpty();
    assertThat(Tail.of(new Percentiles(5, 1.0, null, null, null, 1.0, ""))).isEmpty();
  }

  private static RunResult run(StepResult... steps) {
    Verdict verdict = new Verdict(Verdict.Kind.VALID, "the server");
    return Results.run(
        Results.START,
        new DimensionResult(
            "rate", 1_000.0, verdict, null, "1,000 users", Arrays.asList(steps), List.of(), null));
  }

  private static StepResult step(double target, double p99Ms) {
    return new StepResult(
        "ramp",
        target,
        1_000,
        target,
        target,
        5,
        MessageCounts.NONE,
        ConnectionCounts.NONE,
        0,
        0,
        latency(10_000, p99Ms),
        latency(10_000, p99Ms),
        ProcessLoad.UNKNOWN,
        ProcessLoad.UNKNOWN,
        null,
        TcpCounts.UNKNOWN,
        List.of(),
        null,
        null);
  }

  // Evenly from nothing up to a hundredth more than the percentile.
  private static Percentiles latency(int count, double p99Ms) {
    Histogram histogram = new Histogram(3);
    for (int i = 1; i <= count; i++) {
      histogram.recordValue(Math.round(p99Ms * 1e6 / 0.99 * i / count));
    }
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    double measured = histogram.getValueAtPercentile(99) / 1e6;
    return new Percentiles(count, measured, measured, measured, null, measured, text);
  }
}
