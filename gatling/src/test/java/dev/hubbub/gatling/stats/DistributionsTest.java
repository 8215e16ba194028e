package dev.hubbub.gatling.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.charts.stats.GeneralStats;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import scala.Function1;
import scala.jdk.javaapi.FunctionConverters;

/** A percentile is told where at least ten values lie beyond it. */
class DistributionsTest {
  @Test
  void ten_values_beyond_a_percentile_make_it_known() {
    assertThat(times(20).p50Ms()).isNotNull();
    assertThat(times(100).p90Ms()).isNotNull();
    assertThat(times(1_000).p99Ms()).isNotNull();
    assertThat(times(10_000).p999Ms()).isNotNull();
    assertThat(logged(20).p50Ms()).isEqualTo(7);
    assertThat(logged(200).p95Ms()).isEqualTo(7);
    assertThat(logged(1_000).p99Ms()).isEqualTo(7);
    assertThat(logged(10_000).p999Ms()).isEqualTo(7);
  }

  @Test
  void nine_do_not() {
    assertThat(times(19).p50Ms()).isNull();
    assertThat(times(99).p90Ms()).isNull();
    assertThat(times(999).p99Ms()).isNull();
    assertThat(times(9_999).p999Ms()).isNull();
    assertThat(logged(19).p50Ms()).isNull();
    assertThat(logged(199).p95Ms()).isNull();
    assertThat(logged(999).p99Ms()).isNull();
    assertThat(logged(9_999).p999Ms()).isNull();
  }

  private static StepPercentiles times(int count) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(1_000_000, count);
    return Distributions.percentiles(histogram);
  }

  private static LoggedTimes logged(int count) {
    Function1<Object, Object> always = FunctionConverters.asScalaFromFunction(_ -> 7);
    return Distributions.logged(new GeneralStats(1, 9, count, 5, 1, always, 1));
  }
}
