package dev.hubbub.reports.history;

/** A figure that is followed from run to run. The names are those of {@code history.jsonl}. */
public enum Metric {
  /** Users held inside the SLO. */
  USERS("users", "Users held", "users", true),
  /** Messages a second held inside the SLO. */
  RATE("rate", "Message rate held", "messages/s", true),
  /** Resident set of the server for each idle user, in bytes. */
  RESIDENT("residentBytesPerUser", "Resident memory of an idle user", "bytes", false),
  /** Live heap of the server for each idle user, in bytes. */
  HEAP("liveHeapBytesPerUser", "Live heap of an idle user", "bytes", false),
  /** Processor time of the server for each delivered message, in microseconds. */
  CPU("serverMicrosPerMessage", "Processor time of a message", "µs", false);

  private final String key;
  private final String title;
  private final String unit;
  private final boolean higherIsBetter;

  Metric(String key, String title, String unit, boolean higherIsBetter) {
    this.key = key;
    this.title = title;
    this.unit = unit;
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

  /** Whether a higher value is the better one. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Whether a change to the given share (-0.1: ten per cent less) is for the worse. */
  public boolean isWorse(double share) {
    return higherIsBetter ? share < 0 : share > 0;
  }
}
