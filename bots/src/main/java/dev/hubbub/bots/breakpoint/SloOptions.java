package dev.hubbub.bots.breakpoint;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.measure.result.SloLimits;
import picocli.CommandLine.Option;

/** Options of what a step must hold. */
public final class SloOptions {
  @Option(
      names = "--slo-p99-ms",
      paramLabel = "MS",
      description = "Most milliseconds that the p99 latency may have, from the due time.")
  private double p99Ms = SloLimits.DEFAULT.latencyP99MsMax();

  @Option(
      names = "--slo-delivered",
      paramLabel = "SHARE",
      description = "Least share of the offered messages that must be delivered, 0 to 1.")
  private double delivered = SloLimits.DEFAULT.deliveredShareMin();

  @Option(
      names = "--slo-registration-failures",
      paramLabel = "SHARE",
      description = "Most of the connections and registrations that may fail, 0 to 1.")
  private double registrationFailures = SloLimits.DEFAULT.registrationFailureShareMax();

  /** The limits. */
  public SloLimits limits() {
    require(p99Ms > 0, "--slo-p99-ms", "must be over 0", p99Ms);
    require(delivered >= 0 && delivered <= 1, "--slo-delivered", "must be 0 to 1", delivered);
    require(
        registrationFailures >= 0 && registrationFailures <= 1,
        "--slo-registration-failures",
        "must be 0 to 1",
        registrationFailures);
    return new SloLimits(registrationFailures, delivered, p99Ms);
  }
}
