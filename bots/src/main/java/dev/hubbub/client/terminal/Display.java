package dev.hubbub.client.terminal;

import dev.hubbub.client.text.Mentions;
import dev.hubbub.client.text.Transcript;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import java.time.Clock;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows a conversation, and rings when somebody mentions this user. Safe for several threads. */
final class Display implements LinkListener, AutoCloseable {
  // Nobody can make a terminal ring all the time.
  private static final long BELL_INTERVAL_NS = TimeUnit.SECONDS.toNanos(2);

  private final Screen screen;
  private final Transcript transcript;
  private final Supplier<String> self;
  private final boolean bell;
  private final KnownUsers users;
  private final Clock clock;
  private long rangNs = System.nanoTime() - BELL_INTERVAL_NS;

  /**
   * A display on a screen.
   *
   * @param self this user's name at the moment
   * @param bell whether it rings
   * @param users takes note of who speaks
   * @param clock tells the time in the zone of this user
   */
  Display(
      Screen screen,
      Transcript transcript,
      Supplier<String> self,
      boolean bell,
      KnownUsers users,
      Clock clock) {
    this.screen = screen;
    this.transcript = transcript;
    this.self = self;
    this.bell = bell;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public void received(Message message) {
    users.heard(message);
    LocalTime now = LocalTime.now(clock);
    Mentions mentions = new Mentions(self.get());
    boolean mentioned =
        !message.from().equals(Sender.SERVER)
            && !message.from().name().equals(self.get())
            && mentions.isIn(message.msg());
    screen.show(
        columns -> transcript.received(message, now, mentions, columns), mentioned && rings());
  }

  @Override
  public void notice(String text, boolean urgent) {
    LocalTime now = LocalTime.now(clock);
    screen.show(columns -> transcript.notice(text, urgent, now, columns), false);
  }

  /** Shows what this user has written. */
  void sent(String to, String text) {
    LocalTime now = LocalTime.now(clock);
    String from = self.get();
    screen.show(columns -> transcript.sent(from, to, text, now, columns), false);
  }

  /** Shows what is still to be shown, and ends. */
  @Override
  public void close() {
    screen.close();
  }

  private synchronized boolean rings() {
    long now = System.nanoTime();
    if (!bell || now - rangNs < BELL_INTERVAL_NS) {
      return false;
    }
    rangNs = now;
    return true;
  }
}
