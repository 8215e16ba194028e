package dev.hubbub.bots.chaos;

import java.io.IOException;

/**
 * Sends one message many times, which must arrive as often; a field twice, which is an error; and
 * asks for its own name once more, which is taken.
 */
record Duplicates() implements Misdeed {
  private static final int COPIES = 20;

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    String name = scene.newName();
    try (Client client = scene.register(name)) {
      client.send(Scene.message(name, "again").repeat(COPIES) + Scene.message(name, "the end"));
      for (int i = 0; i < COPIES; i++) {
        client.expectFrom(name, "again");
      }
      client.expectFrom(name, "the end");
      client.send(Scene.message(name, "twice").replace("}", ",\"ip\":\"x\"}"));
      client.expectStart(Texts.INVALID);
      try (Client second = scene.connect(name)) {
        second.send(name + "\n");
        second.expect(Texts.TAKEN);
        second.expectEnd();
      }
      client.line().end();
      client.expectEnd();
    }
  }
}
