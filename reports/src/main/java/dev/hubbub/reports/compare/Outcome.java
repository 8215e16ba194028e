package dev.hubbub.reports.compare;

/** What can be said of the difference between two figures. */
public enum Outcome {
  /** The second is better, beyond noise. */
  BETTER,
  /** The second is worse, beyond noise. */
  WORSE,
  /** No difference beyond noise. */
  SAME,
  /** The samples can't decide, or the figures may not be compared. */
  UNDECIDED
}
