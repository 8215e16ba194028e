package dev.hubbub.bots.chaos;

import java.io.IOException;

/** Connects and says nothing: the server must say that it waits no longer, and end. */
record HalfOpen() implements Misdeed {
  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    try (Client client = scene.connect(scene.newName())) {
      if (client.hasEnded()) {
        throw new Inconclusive("closed to make room for others without a name");
      }
      client.expect(Texts.NO_NAME);
      client.expectEnd();
    }
  }
}
