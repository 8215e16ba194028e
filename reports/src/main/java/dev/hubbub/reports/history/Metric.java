package dev.hubbub.reports.history;

/** A figure that is followed from run to run. */
public enum Metric {
  /** Users held inside the SLO. */
  USERS("users", "Users", "users", "fewer", "more", true),
  /** Messages a second held inside the SLO. */
  RATE("rate", "Message rate", "messages/s", "lower", "higher", true),
  /** Resident set of the server for each idle user, in bytes. */
  RESIDENT(
      "residentBytesPerUser", "Resident memory of an idle user", "bytes", "less", "more", false),
  /** Live heap of the server for each idle user, in bytes. */
  HEAP("liveHeapBytesPerUser", "Live heap of an idle user", "bytes", "less", "more", false),
  /** Processor time of the server for each delivered message, in microseconds. */
  CPU("serverMicrosPerMessage", "Processor time of a message", "µs", "less", "more", false);

  private final String key;
  private final String title;
  private final String unit;
  private final String less;
  private final String more;
  private final boolean higherIsBetter;

  Metric(String key, String title, String unit, String less, String more, boolean higherIsBetter) {
    this.key = key;
    this.title = title;
    this.unit = unit;
    this.less = less;
    this.more = more;
    this.higherIsBetter = higherIsBetter;
  }

  /** Its name in the history. */
  public String key() {
    return key;
  }

  /** A heading. */
  public String title() {
    return title;
  }

  /** What it is counted in. */
  public String unit() {
    return unit;
  }

  /** Whether a difference (-0.1: ten per cent less) is for the worse. */
  public boolean isWorse(double share) {
    return higherIsBetter ? share < 0 : share > 0;
  }

  /** A difference in the direction of its sign: {@code fewer}. */
  public String direction(double share) {
    return share < 0 ? less : more;
  }
}
