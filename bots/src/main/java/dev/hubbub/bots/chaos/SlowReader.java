package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.time.Duration;

/**
 * Takes what another one sends it slowly. Either all of it arrives in order, or the server cuts the
 * slow one off and tells the sender that it is not available.
 */
record SlowReader() implements Misdeed {
  private static final int RECEIVE_BYTES = 4_096;
  private static final int MESSAGES = 60;
  private static final String PADDING = "z".repeat(2_000);
  private static final Duration PAUSE = Duration.ofMillis(2);

  @Override
  public void commit(Scene scene)
      throws IOException, Violation, Inconclusive, InterruptedException {
    try (Client slow = scene.register(scene.connect(scene.newName(), RECEIVE_BYTES));
        Client sender = scene.register(scene.newName())) {
      for (int i = 0; i < MESSAGES; i++) {
        sender.send(Scene.message(slow.name(), i + PADDING));
      }
      for (int i = 0; i < MESSAGES; i++) {
        Thread.sleep(PAUSE);
        if (slow.hasEnded()) {
          sender.expect(Texts.notAvailable(slow.name()));
          return;
        }
        slow.expectFrom(sender.name(), i + PADDING);
      }
      sender.send(Scene.message("/time", ""));
      sender.expect(Texts.TIME);
    }
  }
}
