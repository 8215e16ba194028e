package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When the actions of all users together fall due. */
public enum Arrival {
  /** At equal distances; the users take turns. */
  CONSTANT,
  /**
   * At gaps that are exponentially distributed; every user is equally likely each time. So the
   * actions of each user alone are such a process too, and none knows of another's.
   */
  POISSON;

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if there is none like it
   */
  @JsonCreator
  public static Arrival parse(String text) {
    for (Arrival arrival : values()) {
      if (arrival.toString().equals(text)) {
        return arrival;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is neither constant nor poisson");
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
