package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What a side of the run used during a window. Null where it could not be observed.
 *
 * @param cpuShare processor time used per wall time and core that the side may use: 1 is all of it
 * @param cpuMicrosPerMessage processor time per delivered message, in microseconds
 * @param residentBytes resident set at the end of the window
 * @param openFiles open file descriptors at the end of the window
 */
public record ProcessLoad(
    @Nullable Double cpuShare,
    @Nullable Double cpuMicrosPerMessage,
    @Nullable Long residentBytes,
    @Nullable Long openFiles) {
  /** A side that can not be observed. */
  public static final ProcessLoad UNKNOWN = new ProcessLoad(null, null, null, null);
}
