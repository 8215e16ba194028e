package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Sends the name and messages in pieces that end anywhere, inside a character too; the server must
 * put them together.
 *
 * @param bytesMax of a piece; 1 sends byte by byte
 */
record Fragments(int bytesMax) implements Misdeed {
  private static final String[] TEXTS = {
    "plain", "żółć € 😀 𝄞", "{ \\\" [ ] } \\\\", "\\ud83d\\ude00"
  };
  private static final String[] READ = {"plain", "żółć € 😀 𝄞", "{ \" [ ] } \\", "😀"};

  @Override
  public void commit(Scene scene) throws IOException, Violation, Inconclusive {
    String name = scene.newName();
    StringBuilder stream = new StringBuilder(name + "\n");
    for (String text : TEXTS) {
      stream.append(Scene.message(name, text)).append(" \t\r\n");
    }
    stream.append(Scene.message("/time", "")).append(Scene.message("/nowhere", ""));
    try (Client client = scene.connect(name)) {
      sendInPieces(scene, client, stream.toString().getBytes(StandardCharsets.UTF_8));
      client.expectWelcome();
      for (String text : READ) {
        client.expectFrom(name, text);
      }
      client.expect(Texts.TIME);
      client.expect(Texts.unknownCommand("/nowhere"));
      client.line().end();
      client.expectEnd();
    }
  }

  private void sendInPieces(Scene scene, Client client, byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + scene.random().nextInt(bytesMax) + 1);
      client.line().send(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
  }
}
