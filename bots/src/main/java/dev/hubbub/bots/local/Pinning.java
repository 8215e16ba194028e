package dev.hubbub.bots.local;

import dev.hubbub.measure.ProcessorList;
import java.util.List;

/**
 * Which processors the server and the generator get.
 *
 * @param server empty when it is not pinned
 * @param generator empty when it is not pinned
 * @param text for the report: who has which, or why nobody has
 */
public record Pinning(List<Integer> server, List<Integer> generator, String text) {
  /** Nobody is pinned. */
  public static Pinning none(String reason) {
    return new Pinning(List.of(), List.of(), "not pinned: " + reason);
  }

  /**
   * The first half of the processors for the server and the others for the generator.
   *
   * @param processors that this process may use; empty when unknown
   * @param tool whether there is one to pin with
   */
  public static Pinning plan(List<Integer> processors, boolean tool) {
    if (processors.isEmpty()) {
      return none("this system doesn't tell its processors");
    }
    if (processors.size() < 2) {
      return none("there is one processor, " + processors.getFirst());
    }
    if (!tool) {
      return none("there is no taskset");
    }
    int half = processors.size() / 2;
    List<Integer> server = List.copyOf(processors.subList(0, half));
    List<Integer> generator = List.copyOf(processors.subList(half, processors.size()));
    return new Pinning(
        server,
        generator,
        "server on processor "
            + ProcessorList.format(server)
            + ", generator on processor "
            + ProcessorList.format(generator));
  }
}
