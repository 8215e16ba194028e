package dev.hubbub.client.pipe;

import dev.hubbub.protocol.Message;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Where messages are printed, each flushed at once. Safe for use by several threads. */
final class Output {
  private final PrintStream out;
  private final boolean json;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * An output that writes UTF-8.
   *
   * @param json whether every message is one JSON object a line; else plain text
   */
  Output(PrintStream out, boolean json) {
    this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    this.json = json;
  }

  /** A message that nobody asked for. As plain text only those of users. */
  void received(Message message) {
    if (json || !PlainText.isFromServer(message)) {
      print(message);
    }
  }

  /** A message, or the answer to a command. */
  synchronized void print(Message message) {
    out.print((json ? JsonText.of(message) : PlainText.of(message)) + "\n");
    out.flush();
    if (out.checkError()) {
      closed.complete(null);
    }
  }

  /** Completes when the reader of this output has gone. */
  CompletableFuture<Void> closed() {
    return closed;
  }
}
