package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hubbub.measure.result.Percentiles;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyRecorderTest {
  private static final long MILLI = 1_000_000;

  @Test
  void an_empty_sample_knows_nothing() {
    Percentiles percentiles = new LatencyRecorder().percentiles();

    assertThat(percentiles.count()).isZero();
    assertThat(percentiles.p50Ms()).isNull();
    assertThat(percentiles.maxMs()).isNull();
  }

  @Test
  void a_single_value_knows_its_count_and_maximum_only() {
    Percentiles percentiles = recorded(1).percentiles();

    assertThat(percentiles.count()).isOne();
    assertThat(percentiles.maxMs()).isCloseTo(1, within(0.001));
    assertThat(percentiles.p50Ms()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "19,     false, false, false, false",
    "20,     true,  false, false, false",
    "99,     true,  false, false, false",
    "100,    true,  true,  false, false",
    "949,    true,  true,  false, false",
    "1_000,  true,  true,  true,  false",
    "10_000, true,  true,  true,  true",
  })
  void a_percentile_is_known_with_ten_values_beyond_it(
      String count, boolean p50, boolean p90, boolean p99, boolean p999) {
    Percentiles percentiles =
        recorded(LongStream.rangeClosed(1, Long.parseLong(count.replace("_", ""))).toArray())
            .percentiles();

    assertThat(percentiles.p50Ms() != null).isEqualTo(p50);
    assertThat(percentiles.p90Ms() != null).isEqualTo(p90);
    assertThat(percentiles.p99Ms() != null).isEqualTo(p99);
    assertThat(percentiles.p999Ms() != null).isEqualTo(p999);
  }

  @Test
  void percentiles_are_those_of_the_values() {
    Percentiles percentiles = recorded(LongStream.rangeClosed(1, 10_000).toArray()).percentiles();

    Percentage precision = Percentage.withPercentage(0.1);
    assertThat(percentiles.p50Ms()).isCloseTo(5_000, precision);
    assertThat(percentiles.p90Ms()).isCloseTo(9_000, precision);
    assertThat(percentiles.p99Ms()).isCloseTo(9_900, precision);
    assertThat(percentiles.p999Ms()).isCloseTo(9_990, precision);
    assertThat(percentiles.maxMs()).isCloseTo(10_000, precision);
  }

  @Test
  void values_out_of_range_are_kept_at_its_edge() {
    LatencyRecorder recorder = new LatencyRecorder();
    recorder.record(-1);
    recorder.record(Long.MAX_VALUE);

    assertThat(recorder.count()).isEqualTo(2);
    assertThat(recorder.percentiles().maxMs()).isCloseTo(3_600_000, Percentage.withPercentage(0.1));
  }

  @Test
  void histograms_merge_as_if_one_had_recorded_all() {
    LatencyRecorder low = recorded(LongStream.rangeClosed(1, 5_000).toArray());
    LatencyRecorder high = recorded(LongStream.rangeClosed(5_001, 10_000).toArray());
    LatencyRecorder all = recorded(LongStream.rangeClosed(1, 10_000).toArray());

    LatencyRecorder merged = LatencyRecorder.merge(List.of(low.encode(), high.encode()));

    assertThat(merged.percentiles()).isEqualTo(all.percentiles());
  }

  @Test
  void a_histogram_survives_its_text() {
    LatencyRecorder recorder = recorded(3, 5, 8);

    assertThat(LatencyRecorder.decode(recorder.encode()).percentiles())
        .isEqualTo(recorder.percentiles());
  }

  @Test
  void a_text_that_is_no_histogram_is_said_so() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatencyRecorder.decode("AAAA"))
        .withMessageContaining("AAAA");
  }

  @Test
  void reset_forgets_all_values() {
    LatencyRecorder recorder = recorded(1, 2);
    recorder.reset();

    assertThat(recorder.count()).isZero();
  }

  private static LatencyRecorder recorded(long... millis) {
    LatencyRecorder recorder = new LatencyRecorder();
    for (long value : millis) {
      recorder.record(value * MILLI);
    }
    return recorder;
  }
}
