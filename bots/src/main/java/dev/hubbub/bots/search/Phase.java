package dev.hubbub.bots.search;

import java.util.Locale;

/** What a step of the search is for. */
public enum Phase {
  /** Adds load by a factor until the SLO fails; halves it where the first load fails. */
  RAMP,
  /** Tries a known ceiling exactly. */
  CEILING,
  /** Halves the gap between the highest load held and the lowest that failed. */
  BISECT,
  /** Holds the winner for longer. */
  CONFIRM;

  /** As the run result spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
