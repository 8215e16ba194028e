package dev.hubbub.bots.search;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.SloLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges a step by the clauses of the SLO, in the order in which docs/measurement.md lists them.
 *
 * <p>Users whom a full server refused are no failure here: it is within its rights, and the search
 * takes what it held as a ceiling.
 */
public final class Slo {
  private final SloLimits limits;

  /** Judges by these limits. */
  public Slo(SloLimits limits) {
    this.limits = limits;
  }

  /**
   * The clauses that did not hold; empty when the step held.
   *
   * @param usersWanted registered users that the step was to have
   */
  public List<SloFailure> judge(int usersWanted, Growth growth, StepMeasurement step) {
    List<SloFailure> failures = new ArrayList<>();
    judgeConnections(usersWanted, growth, step, failures);
    judgeDelivery(step.messages(), failures);
    judgeLatency(step.latency(), failures);
    if (step.backlogGrowing()) {
      String grown = step.backlogStart() + " to " + step.backlogEnd() + " messages";
      failures.add(new SloFailure("backlog", "not growing", grown));
    }
    return failures;
  }

  /**
   * Whether the load was more than the server carries: its latency, what it delivered in time, or
   * the messages on their way. A message lost or doubled is no sign of that.
   */
  public boolean overloaded(StepMeasurement step) {
    List<SloFailure> failures = new ArrayList<>();
    judgeShare(step.messages(), failures);
    judgeLatency(step.latency(), failures);
    return step.backlogGrowing() || !failures.isEmpty();
  }

  private void judgeConnections(
      int usersWanted, Growth growth, StepMeasurement step, List<SloFailure> failures) {
    ConnectionCounts counts = growth.counts();
    long failed = counts.failed() - counts.refusedFull();
    double share = counts.attempted() == 0 ? 0 : (double) failed / counts.attempted();
    // Users that are neither registered nor failed had not been answered when time was up.
    long missing = usersWanted - growth.users() - counts.refusedFull();
    boolean tooFew = missing > usersWanted * limits.registrationFailureShareMax();
    if (share > limits.registrationFailureShareMax() || tooFew) {
      failures.add(
          new SloFailure(
              "registration failures",
              percent(limits.registrationFailureShareMax()),
              failureText(Math.max(failed, missing), counts, growth)));
    }
    none("unexpected disconnects", counts.dropped() + step.dropped(), failures);
  }

  private static String failureText(long failed, ConnectionCounts counts, Growth growth) {
    String text = failed + " of " + Math.max(failed, counts.attempted());
    return growth.firstError() == null ? text : text + " (" + growth.firstError() + ")";
  }

  private void judgeDelivery(MessageCounts messages, List<SloFailure> failures) {
    none("lost messages", messages.lost(), failures);
    none("duplicated messages", messages.duplicated(), failures);
    none("reordered messages", messages.reordered(), failures);
    judgeShare(messages, failures);
  }

  private void judgeShare(MessageCounts messages, List<SloFailure> failures) {
    if (messages.delivered() < messages.offered() * limits.deliveredShareMin()) {
      double share = (double) messages.delivered() / messages.offered();
      failures.add(
          new SloFailure(
              "delivered messages",
              percent(limits.deliveredShareMin()) + " of offered",
              percent(share) + " of " + messages.offered()));
    }
  }

  // A sample too small to know its p99 is judged by its maximum, which is not below it.
  private void judgeLatency(Percentiles latency, List<SloFailure> failures) {
    boolean known = latency.p99Ms() != null;
    Double actual = known ? latency.p99Ms() : latency.maxMs();
    if (actual != null && actual > limits.latencyP99MsMax()) {
      String clause = known ? "p99 latency" : "latency";
      failures.add(new SloFailure(clause, millis(limits.latencyP99MsMax()), millis(actual)));
    }
  }

  private static void none(String clause, long actual, List<SloFailure> failures) {
    if (actual > 0) {
      failures.add(new SloFailure(clause, "0", Long.toString(actual)));
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g", share * 100).replaceFirst("\\.?0+$", "") + " %";
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
  }
}
