package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  private record Point(double x, @Nullable Double y) {}

  @Test
  void points_on_a_line_give_its_slope() {
    assertThat(slope(new Point(1, 105.0), new Point(2, 108.0), new Point(5, 117.0)))
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void points_beside_a_line_give_the_slope_of_least_squares() {
    // By hand: mean x 2, sum of (x - 2) y = 2, sum of (x - 2)² = 2.
    assertThat(slope(new Point(1, 1.0), new Point(2, 3.0), new Point(3, 3.0)))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void one_point_has_no_slope() {
    assertThat(slope(new Point(1, 1.0))).isNull();
    assertThat(slope(new Point(1, 1.0), new Point(1, 2.0))).isNull();
    assertThat(slope()).isNull();
  }

  @Test
  void a_missing_figure_leaves_the_slope_unknown() {
    assertThat(slope(new Point(1, 1.0), new Point(2, null))).isNull();
  }

  @Test
  void points_on_a_line_leave_no_error() {
    assertThat(error(new Point(1, 105.0), new Point(2, 108.0), new Point(5, 117.0)))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void the_error_of_the_slope_grows_with_the_distances_from_the_line() {
    // By hand: residuals -1/3, 2/3, -1/3; their squares 2/3, over one degree of freedom, over 2.
    assertThat(error(new Point(1, 1.0), new Point(2, 3.0), new Point(3, 3.0)))
        .isCloseTo(Math.sqrt(1 / 3.0), within(1e-9));
  }

  @Test
  void two_points_tell_nothing_of_the_error() {
    assertThat(error(new Point(1, 1.0), new Point(2, 3.0))).isNull();
    assertThat(error(new Point(1, 1.0), new Point(2, null), new Point(3, 3.0))).isNull();
    assertThat(error(new Point(1, 1.0), new Point(1, 2.0), new Point(1, 3.0))).isNull();
  }

  private static @Nullable Double error(Point... points) {
    return LinearFit.slopeError(List.of(points), Point::x, Point::y);
  }

  private static @Nullable Double slope(Point... points) {
    return LinearFit.slope(List.of(points), Point::x, Point::y);
  }
}
