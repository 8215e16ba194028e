package dev.hubbub.bots.chaos;

import java.io.IOException;

/** Sends bad input until the server has enough: it must say so and end the connection. */
record Stubborn() implements Misdeed {
  private static final int INPUTS_MAX = 1_000;

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    try (Client client = scene.register(scene.newName())) {
      for (int i = 0; i < INPUTS_MAX; i++) {
        client.send("nonsense\n");
        String answer = client.answer(Quote.of(Texts.NO_OBJECT));
        if (answer.startsWith(Texts.TOO_MANY_INVALID)) {
          client.expectEnd();
          return;
        }
        if (!answer.equals(Texts.NO_OBJECT)) {
          throw new Violation(
              "expected " + Quote.of(Texts.NO_OBJECT) + ", got " + Quote.of(answer));
        }
      }
      throw new Violation("the server took " + INPUTS_MAX + " bad inputs and did not end");
    }
  }
}
