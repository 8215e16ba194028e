package dev.hubbub.cli;

/** What a program tells the shell when it ends. */
public final class ExitStatus {
  /** It did what it was asked to. */
  public static final int DONE = 0;

  /** It could not. */
  public static final int FAILED = 1;

  /** The command line was wrong; nothing was begun. */
  public static final int USAGE = 2;

  /** A run finished and missed its SLO or a threshold. */
  public static final int MISSED = 3;

  /** A run finished and its numbers can't be trusted. */
  public static final int INVALID = 4;

  private ExitStatus() {}
}
