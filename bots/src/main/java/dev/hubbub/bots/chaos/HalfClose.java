package dev.hubbub.bots.chaos;

import java.io.IOException;

/** Says all that it has to say, ends its own side, and must get every answer before the end. */
record HalfClose() implements Misdeed {
  private static final int MESSAGES = 20;

  @Override
  public void commit(Scene scene)
      throws IOException, Violation, Inconclusive, InterruptedException {
    String name = scene.newName();
    try (Client client = scene.connect(name)) {
      StringBuilder stream = new StringBuilder(name + "\n");
      for (int i = 0; i < MESSAGES; i++) {
        stream.append(Scene.message(name, "last words " + i)).append(Scene.message("/time", ""));
      }
      client.send(stream.toString());
      client.line().end();
      client.expectWelcome();
      for (int i = 0; i < MESSAGES; i++) {
        client.expectFrom(name, "last words " + i);
        client.expect(Texts.TIME);
      }
      client.expectEnd();
    }
    scene.expectFree(name);
  }
}
