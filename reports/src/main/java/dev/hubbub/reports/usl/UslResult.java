package dev.hubbub.reports.usl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of fitting the Universal Scalability Law. */
public sealed interface UslResult {
  /** The outcome in a sentence or two, as advice. */
  String words();

  /**
   * The law could be fitted: throughput(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)),
   * where N is the offered rate in units of {@code unitPerSecond}.
   *
   * @param unitPerSecond messages a second offered at N = 1: the lowest level
   * @param lambda throughput at N = 1, in messages a second
   * @param sigma share of the work that is serial (contention), 0 or more
   * @param kappa cost of keeping the parts consistent (crosstalk), 0 or more
   * @param peakPerSecond offered rate at which the throughput would be highest, in messages a
   *     second; null when kappa is so small that the law has no peak within a hundred times of what
   *     was offered
   * @param peakThroughput the throughput there, in messages a second; null where the rate is
   * @param residualShare standard deviation of the residuals, as a share of the mean throughput
   * @param levels the measured steps with what the law says of them, by offered rate
   */
  record Fitted(
      double unitPerSecond,
      double lambda,
      double sigma,
      double kappa,
      @Nullable Double peakPerSecond,
      @Nullable Double peakThroughput,
      double residualShare,
      List<Level> levels,
      String words)
      implements UslResult {}

  /**
   * Nothing could be fitted.
   *
   * @param words why
   */
  record NotFitted(String words) implements UslResult {}

  /**
   * A measured step beside the law.
   *
   * @param offeredPerSecond messages a second that were offered
   * @param deliveredPerSecond messages a second that were delivered
   * @param fittedPerSecond messages a second by the law
   */
  record Level(double offeredPerSecond, double deliveredPerSecond, double fittedPerSecond) {
    /** What was measured over what the law says, in messages a second. */
    public double residualPerSecond() {
      return deliveredPerSecond - fittedPerSecond;
    }
  }
}
