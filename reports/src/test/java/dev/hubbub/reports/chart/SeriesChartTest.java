package dev.hubbub.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.reports.chart.SeriesChart.Line;
import dev.hubbub.reports.text.Numbers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesChartTest {
  @Test
  void a_long_line_keeps_the_highest_of_neighbours() {
    Line line =
        new Line("p99", "first", List.of(1.0, 2.0, 3.0, 4.0), Arrays.asList(5.0, 9.0, null, 2.0));

    assertThat(line.atMost(2))
        .isEqualTo(new Line("p99", "first", List.of(2.0, 4.0), List.of(9.0, 2.0)));
    assertThat(line.atMost(4)).isSameAs(line);
  }

  @Test
  void a_line_without_a_value_has_no_chart() {
    Line line = new Line("p99", "first", List.of(1.0), Arrays.asList((Double) null));

    assertThat(SeriesChart.of("id", "title", List.of(line), Numbers::millis)).isEmpty();
  }
}
