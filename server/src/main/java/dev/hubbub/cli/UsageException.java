package dev.hubbub.cli;

import org.jspecify.annotations.Nullable;

/** An option whose value can't be used. The text names the option and the value. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One whose text names the option and the value. */
  public UsageException(String message) {
    super(message);
  }

  /**
   * The value, if it is within the bounds.
   *
   * @throws UsageException if not, naming the option and the value
   */
  public static int requireBetween(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new UsageException(
          "'" + option + "' must be between " + min + " and " + max + ", got: " + value);
    }
    return value;
  }

  /**
   * Throws unless the condition holds.
   *
   * @throws UsageException naming the option, what it must be and the value
   */
  public static void require(boolean holds, String option, String rule, @Nullable Object value) {
    if (!holds) {
      throw new UsageException("'" + option + "' " + rule + ", got: " + value);
    }
  }
}
