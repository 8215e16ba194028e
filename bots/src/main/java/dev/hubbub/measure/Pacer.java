package dev.hubbub.measure;

/**
 * When the messages of a constant rate are due. A pure function of the message's number, so that no
 * rounding error adds up and a stall moves no later message.
 *
 * @param messagesPerSecond positive
 */
public record Pacer(double messagesPerSecond) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Checks the range. */
  public Pacer {
    if (!(messagesPerSecond > 0) || Double.isInfinite(messagesPerSecond)) {
      throw new IllegalArgumentException(
          "'messagesPerSecond' must be positive, got: " + messagesPerSecond);
    }
  }

  /** When a message is due, in nanoseconds after the start; the first has the number 0. */
  public long dueNs(long message) {
    return Math.round(message * NANOS_PER_SECOND / messagesPerSecond);
  }

  /** How many messages are due before so many nanoseconds after the start. */
  public long dueBefore(long elapsedNs) {
    if (elapsedNs <= 0) {
      return 0;
    }
    long messages = (long) (elapsedNs / NANOS_PER_SECOND * messagesPerSecond);
    while (messages > 0 && dueNs(messages - 1) >= elapsedNs) {
      messages--;
    }
    while (dueNs(messages) < elapsedNs) {
      messages++;
    }
    return messages;
  }
}
