package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a search: a load held constant during a window.
 *
 * @param phase what the step was for: {@code ramp}, {@code ceiling}, {@code bisect} or {@code
 *     confirm}
 * @param target the load of the searched dimension: users, or messages a second
 * @param users registered users during the window
 * @param offeredPerSecond messages a second that the plan said to send, all users together
 * @param deliveredPerSecond messages of the window that were delivered, over the window
 * @param windowSeconds length of the measured window
 * @param backlogStart messages on the way when the window began
 * @param backlogEnd messages on the way when the window ended
 * @param latency from the due time to the arrival
 * @param sendLag from the due time to the actual send
 * @param serverGauges what the server's own metrics showed, or null where they were not reached
 * @param tcp what the kernel counted, from the first connection of the step to the window's end
 * @param failures clauses of the SLO that the step did not hold; empty when it held
 * @param generatorLimit evidence that the generator or the machine was the limit, or null
 * @param series how it went, interval by interval, or null where that was not kept
 */
public record StepResult(
    String phase,
    double target,
    int users,
    double offeredPerSecond,
    double deliveredPerSecond,
    double windowSeconds,
    MessageCounts messages,
    ConnectionCounts connections,
    long backlogStart,
    long backlogEnd,
    Percentiles latency,
    Percentiles sendLag,
    ProcessLoad server,
    ProcessLoad generator,
    @Nullable ServerGauges serverGauges,
    TcpCounts tcp,
    List<SloFailure> failures,
    @Nullable String generatorLimit,
    @Nullable StepSeries series) {
  /** Whether the step held its SLO. */
  public boolean held() {
    return failures.isEmpty();
  }
}
