package dev.hubbub.container;

import dev.hubbub.measure.ProcessProbe;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * How many open files containers may have here.
 *
 * @param asked of the engine; null for what it gives by itself
 * @param given null when unknown
 */
record OpenFilesOffer(@Nullable Long asked, @Nullable Long given) {
  private static final long WANTED = 1_048_576;

  /** As many as a million users need, or what the engine gives by itself. Says which. */
  static OpenFilesOffer best() {
    OpenFilesOffer offer;
    try {
      offer = start(WANTED);
    } catch (ContainerLaunchException e) {
      // More than the engine's own limit takes a capability.
      offer = start(null);
    }
    System.err.println(
        "open files of a container: " + WANTED + " asked for, " + offer.given() + " given");
    return offer;
  }

  private static OpenFilesOffer start(@Nullable Long asked) {
    ContainerSpec spec =
        new ContainerSpec(null, ContainerSpec.MEMORY_MIB_DEFAULT, List.of(), asked, Map.of());
    try (ServerContainer server = ServerContainer.start(spec)) {
      return new OpenFilesOffer(asked, new ProcessProbe(server.pid()).openFilesMax());
    }
  }
}
