package dev.hubbub.measure.result;

/**
 * How far a number can be trusted. A number is never shown without it.
 *
 * @param kind what the number is
 * @param reason the evidence, in one sentence a person can act on
 */
public record Verdict(Kind kind, String reason) {
  /** What a number is. */
  public enum Kind {
    /** The server was the limit: the number is its capacity. */
    VALID,
    /** Something else was the limit: the number is a lower bound. */
    AT_LEAST,
    /** Nothing can be concluded; no number is headlined. */
    INVALID
  }
}
