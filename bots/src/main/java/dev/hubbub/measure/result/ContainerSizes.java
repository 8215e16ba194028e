package dev.hubbub.measure.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server carries in containers of several sizes: one search by users and one by rate in
 * each, with the same image on the same machine, one after the other.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param startedAt when it began
 * @param elapsedSeconds how long it took
 * @param seed the same seed plans the same messages at the same times
 * @param image name of the image of the server
 * @param imageId digest of its configuration, {@code sha256:…}
 * @param engine name and version of what ran the containers
 * @param cpuPeriodMicros period over which the kernel handed out each container's processor time
 * @param openFilesMax files that a container may open, null when unknown
 * @param slo what a step had to hold
 * @param environment of the machine and of the generator
 * @param sizes in the order in which they were measured
 */
public record ContainerSizes(
    int schemaVersion,
    Instant startedAt,
    double elapsedSeconds,
    long seed,
    String image,
    String imageId,
    String engine,
    int cpuPeriodMicros,
    @Nullable Long openFilesMax,
    SloLimits slo,
    Environment environment,
    List<ContainerSize> sizes) {
  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 1;

  /** The file in the folder of a report that holds it. */
  public static final String FILE = "container-sizes.json";
}
