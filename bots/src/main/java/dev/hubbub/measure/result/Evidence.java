package dev.hubbub.measure.result;

/**
 * One finding about a step, for or against something having been its limit.
 *
 * @param side whose it is
 * @param text what was measured, in words
 * @param limit whether it was at its limit
 */
public record Evidence(Side side, String text, boolean limit) {
  /** Whose a finding is. */
  public enum Side {
    SERVER,
    MACHINE,
    GENERATOR
  }
}
