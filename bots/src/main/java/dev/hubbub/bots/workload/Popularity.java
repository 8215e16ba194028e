package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who is written to: everyone equally often ({@code uniform}), or a few far more often than the
 * others ({@code zipf:1.1}).
 *
 * @param exponent of Zipf's law: the user of rank k receives in proportion to {@code k^-exponent};
 *     0 is uniform
 */
public record Popularity(double exponent) {
  /** Everyone equally often. */
  public static final Popularity UNIFORM = new Popularity(0);

  private static final String ZIPF = "zipf:";
  private static final double EXPONENT_MAX = 10;

  /** Checks the range. */
  public Popularity {
    if (!(exponent >= 0 && exponent <= EXPONENT_MAX)) {
      throw new IllegalArgumentException(
          "the exponent must be between 0 and " + EXPONENT_MAX + ", got: " + exponent);
    }
  }

  /**
   * Reads a popularity.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  @JsonCreator
  public static Popularity parse(String text) {
    if (text.equals("uniform")) {
      return UNIFORM;
    }
    if (!text.startsWith(ZIPF)) {
      throw new IllegalArgumentException("'" + text + "' is neither uniform nor zipf:EXPONENT");
    }
    return new Popularity(DistributionText.number(text.substring(ZIPF.length())));
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  public String toString() {
    return exponent == 0 ? "uniform" : ZIPF + DistributionText.number(exponent);
  }
}
