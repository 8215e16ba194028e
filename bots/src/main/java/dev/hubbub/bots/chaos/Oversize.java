package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Sends objects without an end and nested without a bottom, then one of exactly the size that the
 * server names, which must pass.
 */
record Oversize() implements Misdeed {
  private static final int PIECE_BYTES = 8_192;
  private static final int BYTES_MAX = 64 << 20;
  private static final int DEPTH = 17;

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    tooDeep(scene);
    int limit = tooLarge(scene);
    justRight(scene, limit);
  }

  private static void tooDeep(Scene scene) throws IOException, Violation, Inconclusive {
    try (Client client = scene.register(scene.newName())) {
      client.send("{\"a\":".repeat(DEPTH));
      client.expect(Texts.TOO_DEEP);
      client.expectEnd();
    }
  }

  private static int tooLarge(Scene scene) throws IOException, Violation, Inconclusive {
    byte[] piece = new byte[PIECE_BYTES];
    Arrays.fill(piece, (byte) 'x');
    try (Client client = scene.register(scene.newName())) {
      client.send("{\"from\":{\"name\":\"");
      int sent = 0;
      while (!client.line().hasAnswer() && isSent(client, piece)) {
        sent += PIECE_BYTES;
        if (sent > BYTES_MAX) {
          throw new Violation("the server took an object of " + sent + " bytes");
        }
      }
      int limit = Integer.parseInt(client.expect(Texts.TOO_LARGE).group(1));
      client.expectEnd();
      return limit;
    }
  }

  // The server reads on for a second after its answer; whoever is slower than that can't send.
  private static boolean isSent(Client client, byte[] piece) {
    try {
      client.line().send(piece);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void justRight(Scene scene, int limit)
      throws IOException, Violation, Inconclusive {
    try (Client client = scene.register(scene.newName())) {
      int around = Scene.message(client.name(), "").getBytes(StandardCharsets.UTF_8).length;
      String largest = "y".repeat(limit - around);
      client.send(Scene.message(client.name(), largest));
      client.expectFrom(client.name(), largest);
      client.send(Scene.message(client.name(), largest + "y"));
      client.expect(Texts.TOO_LARGE);
      client.expectEnd();
    }
  }
}
