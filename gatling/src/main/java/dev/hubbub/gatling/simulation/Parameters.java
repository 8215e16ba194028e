package dev.hubbub.gatling.simulation;

import dev.hubbub.cli.UsageException;

/** What a run is told by system properties, as Gatling users are used to: {@code -Dusers=100}. */
final class Parameters {
  private Parameters() {}

  /**
   * A whole number.
   *
   * @throws UsageException if it is none or out of bounds, naming the property and the value
   */
  static int number(String property, int defaultValue, int min, int max) {
    String text = System.getProperty(property);
    if (text == null) {
      return defaultValue;
    }
    try {
      return UsageException.requireBetween("-D" + property, Integer.parseInt(text), min, max);
    } catch (NumberFormatException e) {
      throw new UsageException("'-D" + property + "' must be a whole number, got: " + text);
    }
  }

  /** A text. */
  static String text(String property, String defaultValue) {
    return System.getProperty(property, defaultValue);
  }
}
