package dev.hubbub.reports.usl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import dev.hubbub.reports.usl.UslResult.Fitted;
import dev.hubbub.reports.usl.UslResult.NotFitted;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UslFitTest {
  private static final double UNIT = 1_000;
  private static final double[] LOADS = {1, 2, 4, 8, 16, 24, 32, 48};

  @Test
  void finds_the_parameters_that_made_the_figures() {
    Fitted fit = fitted(LOADS, load -> law(load, 990, 0.02, 0.0005));

    assertThat(fit.lambda()).isCloseTo(990, Offset.offset(0.1));
    assertThat(fit.sigma()).isCloseTo(0.02, Offset.offset(1e-5));
    assertThat(fit.kappa()).isCloseTo(0.0005, Offset.offset(1e-7));
    assertThat(fit.residualShare()).isLessThan(1e-6);
    assertThat(fit.peakPerSecond()).isCloseTo(UNIT * Math.sqrt(0.98 / 0.0005), within(1.0));
  }

  @Test
  void finds_them_about_in_noise_and_tells_the_residuals() {
    SplittableRandom random = new SplittableRandom(3);
    Fitted fit =
        fitted(LOADS, load -> law(load, 990, 0.02, 0.0005) * (1 + random.nextDouble(-0.02, 0.02)));

    assertThat(fit.sigma()).isCloseTo(0.02, Offset.offset(0.01));
    assertThat(fit.kappa()).isCloseTo(0.0005, Offset.offset(0.0002));
    assertThat(fit.residualShare()).isBetween(0.001, 0.03);
    assertThat(fit.levels())
        .hasSize(LOADS.length)
        .allSatisfy(level ->
            assertThat(level.residualPerSecond())
                .isCloseTo(
                    level.deliveredPerSecond() - level.fittedPerSecond(), Offset.offset(1e-9)));
  }

  @Test
  void a_server_that_delivers_all_shows_no_peak() {
    Fitted fit = fitted(LOADS, load -> UNIT * load);

    assertThat(fit.sigma()).isCloseTo(0, Offset.offset(1e-6));
    assertThat(fit.kappa()).isCloseTo(0, Offset.offset(1e-6));
    assertThat(fit.peakPerSecond()).isNull();
    assertThat(fit.words()).contains("no peak").startsWith("Advice");
  }

  @Test
  void a_wall_is_no_reason_for_negative_parameters() {
    Fitted fit = fitted(LOADS, load -> Math.min(20, load) * UNIT);

    assertThat(fit.sigma()).isNotNegative();
    assertThat(fit.kappa()).isNotNegative();
    assertThat(fit.residualShare()).isGreaterThan(0.01);
  }

  @Test
  void needs_six_different_rates() {
    double[] loads = {1, 2, 4, 8, 16, 16, 16};

    assertThat(UslFit.of(steps(loads, load -> load, null)))
        .isInstanceOfSatisfying(
            NotFitted.class,
            no -> assertThat(no.words()).contains("6 different rates").contains("there are 5"));
  }

  @Test
  void the_same_rate_counts_once_though_the_last_digit_of_what_was_offered_differs() {
    double[] loads = {1, 2, 4, 8, 216, Math.nextDown(216.0)};

    assertThat(UslFit.of(steps(loads, load -> load, null)))
        .isInstanceOfSatisfying(
            NotFitted.class, no -> assertThat(no.words()).contains("there are 5"));
  }

  @Test
  void steps_at_which_the_generator_was_the_limit_don_t_count() {
    assertThat(UslFit.of(steps(LOADS, load -> load, "its processors")))
        .isInstanceOfSatisfying(
            NotFitted.class, no -> assertThat(no.words()).contains("there are 0"));
    assertThat(UslFit.of(List.of())).isInstanceOf(NotFitted.class);
  }

  private static Fitted fitted(double[] loads, DoubleUnaryOperator delivered) {
    return (Fitted) UslFit.of(steps(loads, delivered, null));
  }

  // Written apart from the code under test.
  private static double law(double n, double lambda, double sigma, double kappa) {
    return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
  }

  private static List<StepResult> steps(
      double[] loads, DoubleUnaryOperator delivered, @Nullable String limit) {
    double[] perSecond = DoubleStream.of(loads).map(delivered).toArray();
    return IntStream.range(0, loads.length)
        .mapToObj(i -> step(loads[i] * UNIT, perSecond[i], limit))
        .toList()
        .reversed();
  }

  private static StepResult step(double offered, double delivered, @Nullable String limit) {
    Percentiles none = new Percentiles(0, null, null, null, null, null, "");
    return new StepResult(
        "ramp",
        offered,
        1_000,
        offered,
        delivered,
        5,
        MessageCounts.NONE,
        ConnectionCounts.NONE,
        0,
        0,
        none,
        none,
        ProcessLoad.UNKNOWN,
        ProcessLoad.UNKNOWN,
        null,
        TcpCounts.UNKNOWN,
        List.of(),
        limit,
        null);
  }
}
