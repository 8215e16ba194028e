package dev.hubbub.bots.chaos;

import dev.hubbub.bots.workload.Abuse;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a misdeed was done, and how the server took it.
 *
 * @param done from its beginning to its end, or to a wrong answer
 * @param asExpected with all answers as the contract has them
 * @param violations with a wrong answer
 * @param unfinished not counted in {@code done}: cut short by the end of the run, or where the
 *     server did something that it may do, such as saying that it is full
 * @param examples the first violations, in words
 */
public record ChaosCount(
    Abuse abuse,
    long done,
    long asExpected,
    long violations,
    long unfinished,
    List<String> examples) {
  private static final int EXAMPLES_MAX = 3;

  /** Takes a copy of the list. */
  public ChaosCount {
    examples = List.copyOf(examples);
  }

  /** Not done so far. */
  static ChaosCount none(Abuse abuse) {
    return new ChaosCount(abuse, 0, 0, 0, 0, List.of());
  }

  /** Both together; of the same misdeed. */
  public ChaosCount plus(ChaosCount other) {
    return new ChaosCount(
        abuse,
        done + other.done,
        asExpected + other.asExpected,
        violations + other.violations,
        unfinished + other.unfinished,
        Stream.concat(examples.stream(), other.examples.stream()).limit(EXAMPLES_MAX).toList());
  }
}
