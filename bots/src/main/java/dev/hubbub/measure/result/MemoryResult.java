package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an idle user costs in memory: slopes of least-squares lines through the levels, in bytes a
 * user; null when a level lacks the figure.
 */
public record MemoryResult(
    List<MemoryLevel> levels,
    @Nullable Double residentBytesPerUser,
    @Nullable Double liveHeapBytesPerUser,
    @Nullable Double kernelSocketBytesPerUser) {}
