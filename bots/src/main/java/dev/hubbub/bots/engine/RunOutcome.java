package dev.hubbub.bots.engine;

import dev.hubbub.bots.chaos.ChaosCount;
import java.util.List;
import java.util.Map;

/**
 * What a run came to in one engine.
 *
 * @param users registered when it began
 * @param usersAtEnd registered when it ended
 * @param actions one for each kind of action that occurred
 * @param sendLag from the due time to the send, of what was due in the window, encoded
 * @param windowSeconds length of the window
 * @param deliveredInWindow messages that arrived while the window was open
 * @param dropped registered connections that ended without being asked to, since the last report
 * @param backlog messages on the way, sampled at equal distances from the start of the window to
 *     its end
 * @param usage what the process used in the window
 * @param openFiles open file descriptors after the run
 * @param intervals how the window went, from its start to its end
 * @param anomalies what else should not have happened, and how often
 * @param chaos what chaos bots did beside it
 */
public record RunOutcome(
    int users,
    int usersAtEnd,
    List<ActionOutcome> actions,
    String sendLag,
    double windowSeconds,
    long deliveredInWindow,
    long dropped,
    List<Long> backlog,
    Usage usage,
    long openFiles,
    List<IntervalSample> intervals,
    Map<String, Long> anomalies,
    List<ChaosCount> chaos) {
  /** The same with what chaos bots did meanwhile. */
  public RunOutcome withChaos(List<ChaosCount> counts) {
    return new RunOutcome(
        users,
        usersAtEnd,
        actions,
        sendLag,
        windowSeconds,
        deliveredInWindow,
        dropped,
        backlog,
        usage,
        openFiles,
        intervals,
        anomalies,
        counts);
  }

  /**
   * What the process used in the window.
   *
   * @param cpuShare processor time of the process over the cores that it may use, or of the event
   *     loop over the one that this can use, whichever is more; 1 is all
   * @param cpuMs processor time of the process
   * @param cpuWaitShare time that the busiest thread waited for a processor that others had, over
   *     the time of the window
   * @param loopLagMsMax the longest that the event loop was late
   * @param gcMs time spent in garbage collection
   */
  public record Usage(
      double cpuShare, double cpuMs, double cpuWaitShare, double loopLagMsMax, double gcMs) {}
}
