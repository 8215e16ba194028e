package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What the server carries in a container of one size.
 *
 * @param cpus limit of processor time, in processors
 * @param memoryMiB limit of memory
 * @param pinning which processors the container and the generator were pinned to, or why not
 * @param users what the search by users found
 * @param rate what the search by rate found
 * @param memoryPeakBytes most memory that the kernel charged to the container, caches of files
 *     included; null when it doesn't say
 * @param outOfMemory whether the kernel killed anything in the container for want of memory
 */
public record ContainerSize(
    double cpus,
    int memoryMiB,
    String pinning,
    DimensionResult users,
    DimensionResult rate,
    @Nullable Long memoryPeakBytes,
    boolean outOfMemory) {}
