package dev.hubbub.reports.usl;

import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;

/**
 * The Universal Scalability Law at some loads: throughput(N) = lambda N / (1 + sigma (N - 1) +
 * kappa N (N - 1)). Neil J. Gunther, <i>Guerrilla Capacity Planning</i>, Springer 2007, chapter 4;
 * with lambda as a third parameter as in Baron Schwartz, <i>Practical Scalability Analysis with the
 * Universal Scalability Law</i>, 2015.
 */
final class ScalabilityLaw implements MultivariateVectorFunction {
  private final double[] loads;

  ScalabilityLaw(double[] loads) {
    this.loads = loads.clone();
  }

  static double throughput(double load, double lambda, double sigma, double kappa) {
    return lambda * load / divisor(load, sigma, kappa);
  }

  private static double divisor(double load, double sigma, double kappa) {
    return 1 + sigma * (load - 1) + kappa * load * (load - 1);
  }

  /** The throughput at each load, by lambda, sigma and kappa. */
  @Override
  public double[] value(double[] parameters) {
    double[] values = new double[loads.length];
    for (int i = 0; i < loads.length; i++) {
      values[i] = throughput(loads[i], parameters[0], parameters[1], parameters[2]);
    }
    return values;
  }

  /** The derivatives of {@link #value} by each parameter. */
  MultivariateMatrixFunction derivatives() {
    return parameters -> {
      double[][] rows = new double[loads.length][];
      for (int i = 0; i < loads.length; i++) {
        double load = loads[i];
        double divisor = divisor(load, parameters[1], parameters[2]);
        double bySigma = -parameters[0] * load * (load - 1) / (divisor * divisor);
        rows[i] = new double[] {load / divisor, bySigma, bySigma * load};
      }
      return rows;
    };
  }
}
