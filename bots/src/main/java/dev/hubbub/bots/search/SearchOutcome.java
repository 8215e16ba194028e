package dev.hubbub.bots.search;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param end why it ended
 * @param held the highest load held below every failure, or null when none was
 * @param confirmed whether {@code held} was held over the longer window too
 * @param broken the lowest load at which the server failed, or null
 * @param limited the lowest load at which the generator was the limit, or null
 * @param ceiling the lowest ceiling known, or null
 * @param hiccups loads that failed and held when they were tried again
 */
public record SearchOutcome(
    End end,
    @Nullable Long held,
    boolean confirmed,
    @Nullable Long broken,
    @Nullable Long limited,
    @Nullable Ceiling ceiling,
    int hiccups) {
  /** Why a search ended. */
  public enum End {
    /** Held and failed loads are as close as the tolerance asks, and the held one is confirmed. */
    NARROWED,
    /** The ceiling was held and confirmed. */
    CEILING_HELD,
    /** A load was confirmed; above it the generator was the limit. */
    GENERATOR_LIMIT,
    /** The first load failed, and so did every lower one, down to the lowest that is tried. */
    BROKEN_FROM_START,
    /** What held did not hold again: loads failed and held by chance. */
    UNSTEADY,
    /** The budget of steps was used up. */
    OUT_OF_STEPS,
    /** The budget of time was used up. */
    OUT_OF_TIME,
    /** A worker of the generator was lost, and with it its share of the load. */
    WORKER_LOST,
    /** Ended from outside. */
    STOPPED
  }
}
