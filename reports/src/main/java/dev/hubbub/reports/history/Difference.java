package dev.hubbub.reports.history;

import org.jspecify.annotations.Nullable;

/**
 * The newest run against its baseline, which is the runs before it that no change separates from
 * it.
 *
 * @param kind what it comes to
 * @param share of the baseline by which the figure differs: -0.08 is eight per cent less; null when
 *     nothing can be said
 * @param p how probable such a difference is by chance; null unless there is one beyond noise
 * @param words the same for people: {@code no change beyond noise}
 */
public record Difference(Kind kind, @Nullable Double share, @Nullable Double p, String words) {
  /** What a difference comes to. */
  public enum Kind {
    /** Too few runs to tell a change from noise. */
    TOO_FEW,
    /** No change beyond noise. */
    NONE,
    /** Better, beyond noise. */
    BETTER,
    /** Worse, beyond noise. */
    WORSE
  }
}
