package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.result.MessageCounts;

/**
 * What became of one kind of action in a run.
 *
 * @param counts offered, sent, delivered and refused: of those due in the window; lost, duplicated
 *     and reordered: of the whole run
 * @param latency from the due time to the arrival, of those due in the window, as {@code
 *     LatencyRecorder} encodes it
 */
public record ActionOutcome(Action action, MessageCounts counts, String latency) {}
