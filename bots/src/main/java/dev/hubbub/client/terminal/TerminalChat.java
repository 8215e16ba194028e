package dev.hubbub.client.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** A chat in the terminal of this process. */
public final class TerminalChat {
  private TerminalChat() {}

  /**
   * Chats until the user leaves.
   *
   * @throws IOException if there is no first connection, with the reason in words for people
   */
  public static void run(TerminalSettings settings) throws IOException {
    // The protocol is UTF-8, and so are terminals, whatever the locale says.
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).build()) {
      Thread main = Thread.currentThread();
      terminal.handle(Signal.INT, _ -> main.interrupt());
      // Between two prompts nothing that is typed must be echoed.
      Attributes before = terminal.enterRawMode();
      try (Conversation conversation = new Conversation(terminal, settings)) {
        conversation.run();
      } catch (InterruptedException e) {
        // Ctrl-C while a connection was made.
      } finally {
        terminal.setAttributes(before);
      }
    }
  }
}
