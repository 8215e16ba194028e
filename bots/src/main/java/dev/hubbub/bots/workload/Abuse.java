package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a chaos bot does to a server, which must answer it as docs/protocol.md says. */
public enum Abuse {
  /** Name and messages arrive in pieces, split anywhere, inside a character too. */
  FRAGMENTS,
  /** Name and many messages arrive in one piece. */
  GLUED,
  /** Name and messages arrive byte by byte. */
  BYTEWISE,
  /** Bytes that are no message, between messages that are. */
  GARBAGE,
  /** Objects without an end and nested without a bottom. */
  OVERSIZE,
  /** Bad input until the server has enough of it. */
  STUBBORN,
  /** The same message many times, and the same field twice. */
  DUPLICATES,
  /** Ends its own side and still wants its answers. */
  HALF_CLOSE,
  /** Says half a name and then nothing. */
  HALF_OPEN,
  /** Takes what it is sent slowly. */
  SLOW_READER,
  /** Resets its connection in the middle of everything. */
  RESETS,
  /** Many connections ask for one name at once. */
  NAME_RACE;

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if there is none like it
   */
  @JsonCreator
  public static Abuse parse(String text) {
    for (Abuse abuse : values()) {
      if (abuse.toString().equals(text)) {
        return abuse;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is none of all, " + names());
  }

  /** All names. */
  public static String names() {
    return Stream.of(values()).map(Abuse::toString).collect(Collectors.joining(", "));
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
