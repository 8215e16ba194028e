package dev.hubbub.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void labelsThatAreFarApartStay() {
    assertThat(Labels.spread(List.of(90.0, 10.0, 50.0), 16, 100)).containsExactly(90.0, 10.0, 50.0);
  }

  @Test
  void labelsThatCollideMoveApartInTheirOrder() {
    assertThat(Labels.spread(List.of(52.0, 50.0), 16, 100)).containsExactly(66.0, 50.0);
  }

  @Test
  void labelsAtTheEndMoveBack() {
    assertThat(Labels.spread(List.of(99.0, 100.0, 20.0), 16, 100))
        .containsExactly(84.0, 100.0, 20.0);
  }
}
