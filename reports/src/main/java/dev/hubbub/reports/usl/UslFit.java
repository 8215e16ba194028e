package dev.hubbub.reports.usl;

import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.usl.UslResult.Fitted;
import dev.hubbub.reports.usl.UslResult.Level;
import dev.hubbub.reports.usl.UslResult.NotFitted;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the {@linkplain ScalabilityLaw Universal Scalability Law} to the steps of a search by rate,
 * by nonlinear least squares (Levenberg and Marquardt) with sigma and kappa no less than zero.
 *
 * <p>N is the offered rate in units of the lowest level's. Steps at which the generator was the
 * limit say nothing of the server and are left out.
 */
public final class UslFit {
  /** The least number of different loads: twice the parameters. */
  public static final int LEVELS_MIN = 6;

  private static final int EVALUATIONS_MAX = 10_000;
  // Below this, rounding decides what remains of the two.
  private static final double NONE = 1e-9;
  // A peak this far beyond what was offered is a guess.
  private static final double PEAK_FACTOR_MAX = 100;

  private UslFit() {}

  /** The fit, or why there is none. */
  public static UslResult of(List<StepResult> steps) {
    List<StepResult> usable =
        steps.stream()
            .filter(step -> step.generatorLimit() == null)
            .filter(step -> step.offeredPerSecond() > 0 && step.deliveredPerSecond() > 0)
            .sorted(Comparator.comparingDouble(StepResult::offeredPerSecond))
            .toList();
    // By the target: what was offered is a quotient, and the same load is not the same double.
    long levels = usable.stream().mapToLong(step -> Math.round(step.target())).distinct().count();
    if (levels < LEVELS_MIN) {
      return new NotFitted(
          "The scalability law was not fitted: it needs %d different rates at which the generator was not the limit, and there are %d."
              .formatted(LEVELS_MIN, levels));
    }
    try {
      return fit(usable);
    } catch (MathRuntimeException e) {
      return new NotFitted(
          "The scalability law could not be fitted: the figures don't lie on such a curve.");
    }
  }

  private static UslResult fit(List<StepResult> steps) {
    double unit = steps.getFirst().offeredPerSecond();
    double[] loads = steps.stream().mapToDouble(step -> step.offeredPerSecond() / unit).toArray();
    double[] measured = steps.stream().mapToDouble(StepResult::deliveredPerSecond).toArray();
    ScalabilityLaw law = new ScalabilityLaw(loads);
    double[] found =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .model(law, law.derivatives())
                    .target(measured)
                    .start(new double[] {measured[0], 0.01, 0.0001})
                    .parameterValidator(point ->
                        new ArrayRealVector(
                            new double[] {
                              Math.max(NONE, point.getEntry(0)),
                              Math.max(0, point.getEntry(1)),
                              Math.max(0, point.getEntry(2))
                            }))
                    .maxEvaluations(EVALUATIONS_MAX)
                    .maxIterations(EVALUATIONS_MAX)
                    .build())
            .getPoint()
            .toArray();
    double[] fitted = law.value(found);
    List<Level> levels =
        IntStream.range(0, loads.length)
            .mapToObj(i -> new Level(loads[i] * unit, measured[i], fitted[i]))
            .toList();
    return fitted(unit, found[0], found[1], found[2], levels);
  }

  private static Fitted fitted(
      double unit, double lambda, double sigma, double kappa, List<Level> levels) {
    Double peak = peakLoad(sigma, kappa, levels.getLast().offeredPerSecond() / unit);
    Double peakThroughput =
        peak == null ? null : (Double) ScalabilityLaw.throughput(peak, lambda, sigma, kappa);
    Double peakPerSecond = peak == null ? null : (Double) (peak * unit);
    double residualShare = residualShare(levels);
    return new Fitted(
        unit,
        lambda,
        sigma,
        kappa,
        peakPerSecond,
        peakThroughput,
        residualShare,
        levels,
        words(sigma, kappa, peakPerSecond, peakThroughput, residualShare));
  }

  // Where the derivative of the law is zero.
  private static @Nullable Double peakLoad(double sigma, double kappa, double loadMax) {
    double peak = Math.sqrt(Math.max(0, 1 - sigma) / kappa);
    return kappa > NONE && peak <= loadMax * PEAK_FACTOR_MAX ? (Double) Math.max(1, peak) : null;
  }

  private static double residualShare(List<Level> levels) {
    double squares =
        levels.stream().mapToDouble(level -> Math.pow(level.residualPerSecond(), 2)).sum();
    double mean = levels.stream().mapToDouble(Level::deliveredPerSecond).average().orElseThrow();
    return Math.sqrt(squares / (levels.size() - 3)) / mean;
  }

  private static String words(
      double sigma,
      double kappa,
      @Nullable Double peakPerSecond,
      @Nullable Double peakThroughput,
      double residualShare) {
    String law =
        peakPerSecond == null
            ? "within the rates that were tried it shows no peak"
            : "the most would be delivered at about %s messages/s offered: about %s a second"
                .formatted(Numbers.decimal(peakPerSecond), Numbers.decimal(peakThroughput));
    return "Advice, no measurement: by the Universal Scalability Law (contention %s, crosstalk %s) %s. The residuals are %s of the mean throughput."
        .formatted(
            Numbers.decimal(sigma), Numbers.decimal(kappa), law, Numbers.percent(residualShare));
  }
}
