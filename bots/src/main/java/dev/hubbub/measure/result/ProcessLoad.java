package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What a side of the run used during a window. Null where it could not be observed.
 *
 * @param cpuShare processor time used per wall time and core that the side may use: 1 is all of it
 * @param busiestThreadShare processor time of its busiest thread per wall time: 1 is a whole core
 * @param cpuWaitShare time that its busiest thread waited for a processor that others had, per wall
 *     time
 * @param cpuMicrosPerMessage processor time per delivered message, in microseconds
 * @param residentBytes resident set at the end of the window
 * @param openFiles open file descriptors at the end of the window
 * @param loopLagMsMax the longest that an event loop was late, in milliseconds; of the server
 *     rounded up to the next limit of its metrics
 * @param gcMs time in which the garbage collector stopped it, in milliseconds
 */
public record ProcessLoad(
    @Nullable Double cpuShare,
    @Nullable Double busiestThreadShare,
    @Nullable Double cpuWaitShare,
    @Nullable Double cpuMicrosPerMessage,
    @Nullable Long residentBytes,
    @Nullable Long openFiles,
    @Nullable Double loopLagMsMax,
    @Nullable Double gcMs) {
  /** A side that can not be observed. */
  public static final ProcessLoad UNKNOWN =
      new ProcessLoad(null, null, null, null, null, null, null, null);
}
