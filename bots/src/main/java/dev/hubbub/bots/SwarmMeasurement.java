package dev.hubbub.bots;

import dev.hubbub.bots.chaos.ChaosCount;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import java.util.List;

/**
 * What a load of random actions came to, all workers together.
 *
 * @param users registered users when it began
 * @param seconds how long the load ran
 * @param actions one for each kind of action that occurred, in their order
 * @param sendLag from the due time to the send
 * @param dropped registered connections that ended without being asked to
 * @param generatorCpuShare as in {@link StepMeasurement}
 * @param loopLagMsMax as in {@link StepMeasurement}
 * @param anomalies what else should not have happened, in words
 * @param chaos what chaos bots did beside it, and how the server took it
 */
public record SwarmMeasurement(
    int users,
    double seconds,
    List<ActionResult> actions,
    Percentiles sendLag,
    long dropped,
    double generatorCpuShare,
    double loopLagMsMax,
    List<String> anomalies,
    List<ChaosCount> chaos) {
  /** What became of one kind of action, and how long it took from its due time. */
  public record ActionResult(Action action, MessageCounts counts, Percentiles latency) {}
}
