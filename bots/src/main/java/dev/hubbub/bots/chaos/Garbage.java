package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends what is no message between messages: each is answered, and the connection goes on. */
record Garbage() implements Misdeed {
  /** Fewer than a server takes from one connection. */
  private static final int INPUTS = 8;

  private static final String FROM = "{\"from\":{\"name\":\"a\",\"ip\":\"b\"},";
  private static final String[] OBJECTS = {
    FROM + "\"to\":\"x\"}",
    FROM + "\"to\":\"x\",\"msg\":5}",
    FROM + "\"to\":\"\",\"msg\":\"\"}",
    FROM + "\"to\":\"x\",\"msg\":\"\",\"more\":\"\"}",
    FROM + "\"to\":\"x\",\"msg\":\"\",\"msg\":\"\"}",
    FROM + "\"to\":\"x\",\"msg\":\"\\ud800\"}",
    FROM + "\"to\":\"x\",\"msg\":\"\u00ff\"}",
    FROM + "\"to\" \"x\"}",
    "{}",
    "{\"from\":[{}]}"
  };
  private static final String[] BETWEEN = {"hello\n", "]]}}\n", "\"\"\n", "0\n", "\u00ff\u00fe\n"};

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    try (Client client = scene.register(scene.newName())) {
      for (int i = 0; i < INPUTS; i++) {
        if (scene.random().nextBoolean()) {
          client.line().send(latin1(pick(scene, OBJECTS)));
          client.expectStart(Texts.INVALID);
        } else {
          client.line().send(latin1(pick(scene, BETWEEN)));
          client.expect(Texts.NO_OBJECT);
        }
        client.send(Scene.message(client.name(), "still here " + i));
        client.expectFrom(client.name(), "still here " + i);
      }
      client.line().end();
      client.expectEnd();
    }
  }

  private static String pick(Scene scene, String[] from) {
    return from[scene.random().nextInt(from.length)];
  }

  // Characters over 127 become single bytes, which are no UTF-8.
  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
