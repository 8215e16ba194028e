package dev.hubbub.measure;

/**
 * Hears what became of each message. Of a message it is told the tag and the due time that were
 * given when it was sent.
 *
 * @param <T> the tag: what the caller tells its messages apart by
 */
public interface DeliveryListener<T> {
  /** It arrived where it should, for the first time; reordered: after a later one of its pair. */
  void delivered(T tag, long dueNs, boolean reordered);

  /** The server answered it with an error. */
  void refused(T tag, long dueNs);

  /** The wait is over and it neither arrived nor was refused. */
  void lost(T tag, long dueNs);

  /** A message that had arrived or been refused arrived once more. */
  void duplicated();

  /** A message arrived at someone whom it was not meant for, or was never sent. */
  void misdelivered();

  /** A message arrived that had been counted as lost. */
  void late();

  /** An error reply about a receiver to whom nothing is on the way. */
  void strayRefusal();
}
