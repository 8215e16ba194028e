package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hubbub.bots.driver.LoadPayload;
import java.util.SplittableRandom;

/**
 * Sizes of the text of a message, in bytes, as {@code 64}, {@code uniform:32-512}, {@code
 * lognormal:80,0.9} or {@code histogram:64=80,512=20}. What a distribution without bounds gives is
 * brought between the least and the most that a load message can have.
 */
public final class Sizes {
  private static final DistributionText TEXT =
      new DistributionText(DistributionText::number, DistributionText::number);

  private final Distribution distribution;

  private Sizes(Distribution distribution) {
    this.distribution = distribution;
  }

  /** Always so many bytes. */
  @JsonCreator
  public static Sizes fixed(int bytes) {
    return parse(String.valueOf(bytes));
  }

  /**
   * Reads sizes.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  @JsonCreator
  public static Sizes parse(String text) {
    Distribution distribution = TEXT.parse(text);
    boolean bounded =
        !(distribution instanceof Distribution.Lognormal
            || distribution instanceof Distribution.Exponential);
    if (bounded) {
      checked(distribution.least());
      checked(distribution.most());
    } else {
      checked(distribution.mean());
    }
    return new Sizes(distribution);
  }

  /** The next one, in bytes. */
  public int next(SplittableRandom random) {
    // The cast brings a value over the largest int to that one.
    return Math.clamp(
        (int) Math.rint(distribution.next(random)), LoadPayload.BYTES_MIN, LoadPayload.BYTES_MAX);
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  public String toString() {
    return TEXT.format(distribution);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sizes sizes && distribution.equals(sizes.distribution);
  }

  @Override
  public int hashCode() {
    return distribution.hashCode();
  }

  private static void checked(double bytes) {
    if (bytes < LoadPayload.BYTES_MIN || bytes > LoadPayload.BYTES_MAX) {
      throw new IllegalArgumentException(
          "must be between "
              + LoadPayload.BYTES_MIN
              + " and "
              + LoadPayload.BYTES_MAX
              + ", got: "
              + DistributionText.number(bytes));
    }
  }
}
