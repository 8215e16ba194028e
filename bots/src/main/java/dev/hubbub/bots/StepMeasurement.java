package dev.hubbub.bots;

import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step came to, all workers together.
 *
 * @param users registered users when the step began
 * @param messages offered, sent, delivered and refused: of the messages due in the window; lost,
 *     duplicated and reordered: of the whole step, for a lost message is lost whenever it was due
 * @param dropped registered connections that ended without the fleet wanting it, since the growth
 *     or step before
 * @param backlogStart messages on the way when the window began
 * @param backlogEnd messages on the way when the window ended
 * @param backlogGrowing whether the messages on the way grew all through the window
 * @param latency from the due time to the arrival, of the messages due in the window
 * @param sendLag from the due time to the send, of the messages due in the window
 * @param windowSeconds length of the window
 * @param deliveredPerSecond messages that arrived while the window was open, over its length
 * @param generatorCpuShare processor time of the busiest worker in the window, of the cores it may
 *     use, or of its event loop, of the one core that this can use, whichever is more; 1 is all
 * @param generatorCpuMicrosPerMessage processor time of all workers in the window over the messages
 *     that arrived in it, in microseconds; null when none did
 * @param generatorCpuWaitShare time that the busiest thread of a worker waited for a processor that
 *     others had, over the time of the window, of the worker with the most
 * @param loopLagMsMax the longest that a worker's event loop was late in the window
 * @param gcMs time spent in garbage collection in the window, of the worker with the most
 * @param openFiles open file descriptors after the step, of the worker with the most
 * @param series how the window went, interval by interval
 * @param anomalies what else should not have happened, in words; empty in a sound step
 */
public record StepMeasurement(
    int users,
    MessageCounts messages,
    long dropped,
    long backlogStart,
    long backlogEnd,
    boolean backlogGrowing,
    Percentiles latency,
    Percentiles sendLag,
    double windowSeconds,
    double deliveredPerSecond,
    double generatorCpuShare,
    @Nullable Double generatorCpuMicrosPerMessage,
    double generatorCpuWaitShare,
    double loopLagMsMax,
    double gcMs,
    long openFiles,
    GeneratorSeries series,
    List<String> anomalies) {}
