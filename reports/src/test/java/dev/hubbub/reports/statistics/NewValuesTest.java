package dev.hubbub.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewValuesTest {
  private static final double[] EARLIER = {9, 10, 11};

  @Test
  void is_as_probable_as_student_says() {
    // t = 4 / sqrt(1 + 1/3) with two degrees of freedom, whose distribution has a closed form.
    double t = 4 / Math.sqrt(4.0 / 3);
    double expected = 1 - t / Math.sqrt(2 + t * t);

    assertThat(NewValues.p(EARLIER, 14, 1, 0.1)).isCloseTo(expected, within(1e-9));
    assertThat(NewValues.p(EARLIER, 6, 1, 0.1)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void several_new_values_say_more_than_one() {
    assertThat(NewValues.p(EARLIER, 14, 3, 0.1)).isLessThan(NewValues.p(EARLIER, 14, 1, 0.1));
  }

  @Test
  void values_are_not_more_exact_than_they_can_be_known() {
    double[] same = {10, 10, 10, 10, 10, 10};

    assertThat(NewValues.p(same, 10.5, 1, 0.5)).isGreaterThan(0.1);
    assertThat(NewValues.p(same, 10.5, 1, 0.01)).isLessThan(0.001);
  }
}
