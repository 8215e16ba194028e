package dev.hubbub.bots.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
    assertThat(Figure.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Figure(2.5, 1, 4, 4));
    assertThat(Figure.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Figure(2, 1, 3, 3));
    assertThat(Figure.of(List.of())).isNull();
  }

  @Test
  void one_value_has_no_spread() {
    assertThat(new Figure(1.1, 1, 1.25, 3).text("%.2f")).isEqualTo("1.10 (1.00–1.25)");
    assertThat(new Figure(1.1, 1.1, 1.1, 1).text("%.2f")).isEqualTo("1.10");
  }
}
