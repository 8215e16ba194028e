package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  private static final PrometheusText EARLIER =
      PrometheusText.parse(
          """
          # HELP hubbub_users The users.
          # TYPE hubbub_users gauge
          hubbub_users 12.0
          jvm_memory_used_bytes{area="heap",id="Eden Space"} 5.5271936E7
          jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 64.0
          jvm_memory_used_bytes{area="nonheap",id="it's 'odd'"} 9.0
          lag_seconds_bucket{le="0.001"} 90
          lag_seconds_bucket{le="0.01"} 95
          lag_seconds_bucket{le="+Inf"} 96
          cut_total 3.0 1395066363000
          """);

  @Test
  void samples_of_a_name_are_added_up_by_their_label() {
    assertThat(EARLIER.sum("hubbub_users", "")).isEqualTo(12);
    assertThat(EARLIER.whole("jvm_memory_used_bytes", "area=\"heap\"")).isEqualTo(55_272_000);
    assertThat(EARLIER.whole("jvm_memory_used_bytes", "")).isEqualTo(55_272_009);
    assertThat(EARLIER.sum("cut_total", "")).isEqualTo(3);
  }

  @Test
  void what_a_page_does_not_show_is_null() {
    assertThat(EARLIER.sum("hubbub", "")).isNull();
    assertThat(EARLIER.whole("hubbub_users", "area=\"heap\"")).isNull();
    assertThat(EARLIER.growth("hubbub_users", "", PrometheusText.parse(""))).isNull();
    assertThat(EARLIER.highestSince("hubbub_users", EARLIER)).isNull();
    assertThat(PrometheusText.parse("<html>404</html>\nhubbub_users many").sum("hubbub_users", ""))
        .isNull();
  }

  @Test
  void the_highest_value_since_is_bounded_by_its_bucket() {
    assertThat(lag(93, 100, 101).highestSince("lag_seconds", EARLIER)).isEqualTo(0.01);
    assertThat(lag(95, 100, 101).highestSince("lag_seconds", EARLIER)).isEqualTo(0.001);
    assertThat(lag(90, 95, 97).highestSince("lag_seconds", EARLIER)).isInfinite();
  }

  private static PrometheusText lag(int first, int second, int all) {
    return PrometheusText.parse(
        """
        lag_seconds_bucket{le="0.001"} %d
        lag_seconds_bucket{le="0.01"} %d
        lag_seconds_bucket{le="+Inf"} %d
        """
            .formatted(first, second, all));
  }
}
