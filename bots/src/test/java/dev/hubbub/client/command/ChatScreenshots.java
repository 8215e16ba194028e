package dev.hubbub.client.command;

import dev.hubbub.bots.RealServer;
import dev.hubbub.client.ChatClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the pictures of the README from the real program at a real server:
 *
 * <pre>{@code
 * ./mvnw -q -pl bots -am test -Dtest=ChatScreenshots -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dhubbub.screenshots=$PWD/docs/images
 * }</pre>
 */
@EnabledIfSystemProperty(named = "hubbub.screenshots", matches = ".+")
class ChatScreenshots {
  @Test
  void a_conversation_and_the_help() throws Exception {
    try (RealServer server = RealServer.start();
        ChatClient bob = join(server, "bob");
        ChatClient chiyo = join(server, "千代");
        ChatClient mallory = join(server, "mallory");
        PseudoTerminal alice =
            PseudoTerminal.start(
                84,
                18,
                ChatProgram.command(
                    "--host", "127.0.0.1", "--port", "" + server.port(), "--name", "alice"),
                Map.of())) {
      alice.awaitScreen("Tab completes");
      alice.type("@bob lunch?\r").awaitScreen("lunch?");
      bob.send(
              "alice",
              "Yes! At one, the small place round the corner. 千代 is coming too, and she knows"
                  + " somebody who has a table.")
          .join();
      alice.awaitScreen("has a table");
      chiyo.endpoint("/shout", "お昼ごはん 🍜 — alice, are you in?").join();
      alice.awaitScreen("are you in?");
      mallory.send("alice", "\u001b[2J\u0007 all gone?").join();
      alice.awaitScreen("all gone?").type("@dave you too?\r").awaitScreen("is not available");
      alice.type("千代\r").awaitScreen("Msg:").type("I am in, see you ").awaitScreen("see you");
      save(alice, "chat.svg");

      alice.type("\u0015\r").awaitScreen("To: dave");
      alice.type("/help\r").awaitScreen("Ctrl-D, Ctrl-C or /quit leaves.");
      save(alice, "chat-help.svg");
    }
  }

  private static ChatClient join(RealServer server, String name) {
    return ChatClient.connect("127.0.0.1", server.port(), name).join();
  }

  private static void save(PseudoTerminal terminal, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("hubbub.screenshots")));
    Files.writeString(folder.resolve(name), SvgScreen.draw(terminal.cells(), terminal.columns()));
  }
}
