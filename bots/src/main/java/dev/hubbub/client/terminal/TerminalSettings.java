package dev.hubbub.client.terminal;

import dev.hubbub.client.ChatClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a chat in a terminal begins with.
 *
 * @param host the server; null: is asked for
 * @param port its port; null: is asked for
 * @param name the username; null: is asked for
 * @param to who is offered as the first receiver; empty: nobody
 * @param bell whether a mention rings
 * @param environment of the process
 * @param connector connects to a server under a name
 */
public record TerminalSettings(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String name,
    String to,
    boolean bell,
    Map<String, String> environment,
    Connector connector) {
  /** Connects to a server. */
  public interface Connector {
    /** Connects and registers the name. */
    CompletableFuture<ChatClient> connect(String host, int port, String name);
  }
}
