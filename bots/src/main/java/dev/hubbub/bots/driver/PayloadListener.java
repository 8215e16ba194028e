package dev.hubbub.bots.driver;

/** Hears of load messages. */
public interface PayloadListener {
  /**
   * A load message of this run.
   *
   * @param worker whose it is, or something negative if that can't be read
   * @param sequence its number, or -1 if that can't be read
   */
  void payload(int worker, long sequence, boolean toEveryone);
}
