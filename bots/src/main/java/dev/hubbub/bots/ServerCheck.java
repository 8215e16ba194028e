package dev.hubbub.bots;

import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.ClientTlsFiles;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before a load tells anything: the server registers a user, answers it, and keeps
 * its name for it.
 */
final class ServerCheck {
  private final HostPort target;
  private final @Nullable ClientTlsFiles tls;
  private final Duration timeout;

  /** A check of the server there, which may take so long for each answer. */
  ServerCheck(HostPort target, @Nullable ClientTlsFiles tls, Duration timeout) {
    this.target = target;
    this.tls = tls;
    this.timeout = timeout;
  }

  /**
   * Passes, or says what is wrong.
   *
   * @param name a username that is free at the server
   * @throws IOException if the server can't be reached or doesn't do what it should
   */
  void run(String name) throws IOException {
    try (CheckConnection first = connect(name)) {
      String greeting = answer(first, ServerCheck::isDecision, "welcome a user");
      if (!isWelcome(greeting)) {
        throw new IOException(server() + " did not welcome a user: " + greeting.strip());
      }
      first.send("/help", "");
      answer(first, text -> text.startsWith("Available commands:"), "answer /help");
      try (CheckConnection second = connect(name)) {
        String reply = answer(second, ServerCheck::isDecision, "refuse a name that is taken");
        if (isWelcome(reply)) {
          throw new IOException(server() + " gave a name to a second user that was taken");
        }
      }
    }
  }

  private CheckConnection connect(String name) throws IOException {
    try {
      CheckConnection connection = new CheckConnection(target, tls, timeout);
      connection.register(name);
      return connection;
    } catch (IOException e) {
      throw new IOException("no server answers at " + target + ": " + e.getMessage(), e);
    }
  }

  private String answer(CheckConnection connection, Predicate<String> wanted, String what)
      throws IOException {
    try {
      return connection.await(wanted);
    } catch (SocketTimeoutException e) {
      throw new IOException(
          server() + " did not " + what + " within " + timeout.toMillis() + " ms", e);
    } catch (IOException e) {
      throw new IOException(server() + " did not " + what + ": " + e.getMessage(), e);
    }
  }

  private static boolean isWelcome(String text) {
    return text.startsWith("Welcome");
  }

  private static boolean isDecision(String text) {
    return isWelcome(text) || text.contains("Error") || text.contains("⛔");
  }

  private String server() {
    return "the server at " + target;
  }
}
