package dev.hubbub.bots.driver;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;

/** What the messages of this project's server mean to a user. */
final class HubbubInbound implements MessageListener {
  private static final String REFUSAL_START = "❌ Error: User '";
  private static final String REFUSAL_END = "' is not available.";

  private final InboundListener listener;
  private boolean registered;

  HubbubInbound(InboundListener listener) {
    this.listener = listener;
  }

  @Override
  public void payload(int worker, long sequence, boolean toEveryone) {
    listener.payload(worker, sequence, toEveryone);
  }

  @Override
  public void message(Message message) {
    String text = message.msg();
    if (!registered) {
      handshake(text);
    } else if (!message.from().equals(Sender.SERVER)) {
      listener.chat(message.from().name());
    } else if (text.startsWith(REFUSAL_START) && text.endsWith(REFUSAL_END)) {
      listener.unavailable(
          text.substring(REFUSAL_START.length(), text.length() - REFUSAL_END.length()));
    } else {
      listener.reply(text);
    }
  }

  @Override
  public void invalid(String reason, boolean fatal) {
    listener.invalid(reason, fatal);
  }

  private void handshake(String text) {
    if (text.startsWith("Welcome")) {
      registered = true;
      listener.registered();
    } else if (text.contains("Error") || text.contains("⛔")) {
      listener.rejected(text, text.contains("Server full"));
    }
  }
}
