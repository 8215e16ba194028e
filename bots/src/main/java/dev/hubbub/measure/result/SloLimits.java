package dev.hubbub.measure.result;

/**
 * What a step must hold. A share is between 0 and 1.
 *
 * @param registrationFailureShareMax share of the connects and registrations that may fail
 * @param deliveredShareMin share of the messages offered in the window that must be delivered
 * @param latencyP99MsMax 99th percentile of the latency from the due time, in milliseconds
 */
public record SloLimits(
    double registrationFailureShareMax, double deliveredShareMin, double latencyP99MsMax) {
  /** The defaults of the project. */
  public static final SloLimits DEFAULT = new SloLimits(0.001, 0.99, 50);
}
