package dev.hubbub.bots.chaos;

import java.io.IOException;

/**
 * Resets its connection in the middle of a message, with answers unread: the name must become free,
 * and the next user of it gets nothing of the one before.
 */
record Resets() implements Misdeed {
  private static final int MESSAGES = 20;

  @Override
  public void commit(Scene scene)
      throws IOException, Violation, Inconclusive, InterruptedException {
    String name = scene.newName();
    try (Client client = scene.register(name)) {
      String message = Scene.message(name, "unread");
      client.send(message.repeat(MESSAGES));
      client.send(message.substring(0, scene.random().nextInt(message.length())));
      client.line().reset();
    }
    scene.expectFree(name);
    String again = scene.newName();
    try (Client next = scene.register(again)) {
      next.send(Scene.message(again, "alive"));
      next.expectFrom(again, "alive");
      next.line().end();
      next.expectEnd();
    }
  }
}
