package dev.hubbub.client.terminal;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.RefusedException;
import dev.hubbub.protocol.Limits;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Asks for what is missing before there is a connection. */
final class Questions {
  private static final String HOST_DEFAULT = "127.0.0.1";
  private static final int PORT_MAX = 65_535;

  private final Prompt prompt;
  private final LinkListener listener;

  Questions(Prompt prompt, LinkListener listener) {
    this.prompt = prompt;
    this.listener = listener;
  }

  /** The server's address; empty when the user wants to leave. */
  Optional<String> host() {
    return prompt
        .ask("Host [" + HOST_DEFAULT + "]:")
        .map(answer -> answer.isBlank() ? HOST_DEFAULT : answer.strip());
  }

  /** The server's port; empty when the user wants to leave. */
  Optional<Integer> port() {
    while (true) {
      Optional<String> answer = prompt.ask("Port [" + Limits.DEFAULT_PORT + "]:");
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      if (answer.get().isBlank()) {
        return Optional.of(Limits.DEFAULT_PORT);
      }
      String digits = answer.get().strip();
      if (digits.matches("\\d{1,5}") && isPort(Integer.parseInt(digits))) {
        return Optional.of(Integer.valueOf(digits));
      }
      listener.notice("A port is a number from 1 to " + PORT_MAX + ", got: " + digits, true);
    }
  }

  /**
   * Connects, and asks for a name as long as there is none that the server takes; empty when the
   * user wants to leave.
   *
   * @param given the first name to try
   * @throws IOException if there is no connection, or the server takes nobody
   */
  Optional<ChatClient> join(
      @Nullable String given, java.util.function.Function<String, CompletableFuture<ChatClient>> as)
      throws IOException, InterruptedException {
    Optional<String> name = given == null ? prompt.ask("Name:") : Optional.of(given);
    while (name.isPresent()) {
      try {
        return Optional.of(as.apply(name.get()).get());
      } catch (ExecutionException e) {
        listener.notice(complaint(e.getCause()), true);
        name = prompt.ask("Name:");
      }
    }
    return Optional.empty();
  }

  private static String complaint(@Nullable Throwable failure) throws IOException {
    if (failure instanceof RefusedException refused
        && (refused.isNameTaken() || refused.isNameInvalid())) {
      return refused.reply();
    }
    throw failure instanceof IOException io ? io : new IOException(String.valueOf(failure));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= PORT_MAX;
  }
}
