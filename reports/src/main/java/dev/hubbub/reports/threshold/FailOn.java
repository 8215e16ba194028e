package dev.hubbub.reports.threshold;

import dev.hubbub.cli.ExitStatus;

/** What a report can be told to fail on. */
public enum FailOn {
  /** A figure is worse than its baseline, beyond noise. */
  REGRESSION(ExitStatus.MISSED),
  /** A search held no load at all inside the SLO. */
  SLO(ExitStatus.MISSED),
  /** A search is INVALID, so that nothing can be concluded from it. */
  INVALID(ExitStatus.INVALID);

  private final int exitStatus;

  FailOn(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** What the program ends with where this fails. */
  public int exitStatus() {
    return exitStatus;
  }
}
