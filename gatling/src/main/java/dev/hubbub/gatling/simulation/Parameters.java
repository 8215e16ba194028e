package dev.hubbub.gatling.simulation;

import dev.hubbub.cli.UsageException;
import io.gatling.javaapi.core.Simulation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run is told by system properties, as Gatling users are used to: {@code -Dusers=100}. */
final class Parameters {
  private final Map<String, String> defaults;

  private Parameters(Map<String, String> defaults) {
    this.defaults = defaults;
  }

  /** The parameters of a simulation, with the defaults of its {@link Defaults}. */
  static Parameters of(Class<? extends Simulation> simulation) {
    Defaults annotation = simulation.getAnnotation(Defaults.class);
    Map<String, String> defaults = new LinkedHashMap<>();
    if (annotation != null) {
      for (String one : annotation.value()) {
        int equals = one.indexOf('=');
        defaults.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    return new Parameters(defaults);
  }

  /** Each with its default, in order. */
  Map<String, String> defaults() {
    return defaults;
  }

  /**
   * A whole number.
   *
   * @throws UsageException if it is none or out of bounds, naming the property and the value
   */
  int number(String property, int min, int max) {
    return number(property, text(property), min, max);
  }

  /** A text. */
  String text(String property) {
    return text(property, defaultOf(property));
  }

  /** A whole number that every simulation has: for the target, not the load. */
  static int number(String property, int defaultValue, int min, int max) {
    return number(property, text(property, String.valueOf(defaultValue)), min, max);
  }

  /** A text that every simulation has: for the target, not the load. */
  static String text(String property, String defaultValue) {
    return System.getProperty(property, defaultValue);
  }

  private static int number(String property, String text, int min, int max) {
    try {
      return UsageException.requireBetween("-D" + property, Integer.parseInt(text), min, max);
    } catch (NumberFormatException e) {
      throw new UsageException("'-D" + property + "' must be a whole number, got: " + text);
    }
  }

  private String defaultOf(String property) {
    String found = defaults.get(property);
    if (found == null) {
      throw new IllegalStateException("no default of " + property);
    }
    return found;
  }
}
