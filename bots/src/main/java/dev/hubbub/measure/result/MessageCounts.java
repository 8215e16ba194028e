package dev.hubbub.measure.result;

/**
 * What became of the messages of a window. The words are those of docs/measurement.md.
 *
 * @param offered messages that the plan said to send
 * @param sent messages written to a socket
 * @param delivered messages that their receiver saw once
 * @param refused messages that the server answered with an error
 * @param lost messages sent and neither delivered nor refused when the drain ended
 * @param duplicated further copies of a delivered message
 * @param reordered messages that arrived after a later one of the same sender and receiver
 * @param late messages that arrived after the drain of their step, which had counted them as lost
 */
public record MessageCounts(
    long offered,
    long sent,
    long delivered,
    long refused,
    long lost,
    long duplicated,
    long reordered,
    long late) {
  /** Nothing at all. */
  public static final MessageCounts NONE = new MessageCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** The sum of two disjoint sets of messages. */
  public MessageCounts plus(MessageCounts other) {
    return new MessageCounts(
        offered + other.offered,
        sent + other.sent,
        delivered + other.delivered,
        refused + other.refused,
        lost + other.lost,
        duplicated + other.duplicated,
        reordered + other.reordered,
        late + other.late);
  }
}
