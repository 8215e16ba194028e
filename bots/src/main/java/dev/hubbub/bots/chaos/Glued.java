package dev.hubbub.bots.chaos;

import java.io.IOException;

/** Sends the name and many messages in one piece, with or without an end of the name. */
record Glued() implements Misdeed {
  private static final int MESSAGES = 50;

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    String name = scene.newName();
    String stranger = scene.newName();
    StringBuilder stream = new StringBuilder(name);
    stream.append(scene.random().nextBoolean() ? "\r\n" : "");
    for (int i = 0; i < MESSAGES; i++) {
      stream.append(Scene.message(name, "number " + i));
    }
    stream.append(Scene.message(stranger, "?")).append(Scene.message("/time", ""));
    try (Client client = scene.connect(name)) {
      client.send(stream.toString());
      client.expectWelcome();
      for (int i = 0; i < MESSAGES; i++) {
        client.expectFrom(name, "number " + i);
      }
      client.expect(Texts.notAvailable(stranger));
      client.expect(Texts.TIME);
      client.line().end();
      client.expectEnd();
    }
  }
}
