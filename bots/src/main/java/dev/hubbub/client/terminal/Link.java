package dev.hubbub.client.terminal;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.ConnectionLostException;
import dev.hubbub.client.RefusedException;
import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Username;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a person: comes back under the same name when it is lost, and tells what became
 * of every message. What is submitted while it is down is held and sent when it is back; what was
 * under way when it broke may have arrived and is not sent again, but named.
 *
 * <p>Safe for use by several threads.
 */
final class Link implements AutoCloseable {
  private static final int HELD_MAX = 1_000;
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final Function<String, CompletableFuture<ChatClient>> connector;
  private final LinkListener listener;
  private final RandomGenerator random;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hubbub-reconnect").factory());
  private final Queue<Outgoing> held = new ArrayDeque<>();
  private @Nullable ChatClient client;
  private String name;
  private int attempts;
  private String lastReason = "";
  private boolean closed;

  /**
   * A link over a first connection.
   *
   * @param connector connects under a name
   */
  Link(
      ChatClient first,
      Function<String, CompletableFuture<ChatClient>> connector,
      LinkListener listener,
      RandomGenerator random) {
    this.connector = connector;
    this.listener = listener;
    this.random = random;
    this.name = first.name();
  }

  /** Under which this user is, or wants to be, on line. */
  synchronized String name() {
    return name;
  }

  /** The connection, while there is one. */
  synchronized @Nullable ChatClient client() {
    return client;
  }

  /** Takes a connection into use. */
  void attach(ChatClient connected) {
    listener.received(connected.welcome());
    connected.listen(listener::received);
    synchronized (this) {
      client = connected;
      name = connected.name();
      attempts = 0;
      lastReason = "";
      for (Outgoing next = held.poll(); next != null; next = held.poll()) {
        deliver(connected, next);
      }
    }
    connected.closed().whenComplete((_, failure) -> lost(failure));
  }

  /** Sends a message, or holds it until the connection is back. */
  synchronized void send(String to, String text) {
    Outgoing outgoing = new Outgoing(to, text);
    if (client == null) {
      hold(outgoing);
    } else {
      deliver(client, outgoing);
    }
  }

  /** Goes on under another name, while there is no connection. */
  void rename(String wanted) {
    try {
      String checked = Username.of(wanted).name();
      synchronized (this) {
        if (client == null) {
          name = checked;
          attempts = 0;
          schedule(Duration.ZERO);
          return;
        }
      }
      listener.notice("You are on line as " + name() + "; leave first to take another name.", true);
    } catch (InvalidUsernameException e) {
      listener.notice("That name can't be taken: " + e.reason() + ". Try /name NAME.", true);
    }
  }

  /** Leaves; what is still held is named. */
  @Override
  public void close() {
    ChatClient last;
    synchronized (this) {
      closed = true;
      last = client;
      client = null;
      held.forEach(outgoing -> listener.notice("Not sent to " + outgoing, true));
    }
    scheduler.shutdownNow();
    if (last != null) {
      last.close();
    }
  }

  private synchronized void hold(Outgoing outgoing) {
    if (closed || held.size() >= HELD_MAX) {
      listener.notice("Not sent to " + outgoing, true);
    } else {
      held.add(outgoing);
      listener.notice("Not connected; kept until the connection is back.", true);
    }
  }

  private void deliver(ChatClient to, Outgoing outgoing) {
    to.send(outgoing.to(), outgoing.text())
        .whenComplete((_, failure) -> {
          if (failure != null) {
            settle(outgoing, unwrap(failure));
          }
        });
  }

  private void settle(Outgoing outgoing, Throwable failure) {
    switch (failure) {
      case ConnectionLostException lost when !lost.mayHaveArrived() -> hold(outgoing);
      case ConnectionLostException _ ->
          listener.notice("It is not known whether this reached " + outgoing, true);
      case TimeoutException _ ->
          listener.notice("No answer yet; this may not reach " + outgoing, true);
      case RefusedException refused ->
          listener.notice("Not delivered to " + outgoing + "\n" + refused.reply(), true);
      default -> listener.notice("Not sent to " + outgoing + "\n" + failure.getMessage(), true);
    }
  }

  private void lost(@Nullable Throwable failure) {
    synchronized (this) {
      client = null;
      if (closed || failure == null) {
        return;
      }
      schedule(BACKOFF.delay(attempts, random.nextDouble()));
    }
    listener.notice("Connection lost: " + reason(failure) + " Reconnecting …", true);
  }

  private synchronized void schedule(Duration delay) {
    try {
      scheduler.schedule(this::reconnect, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  private void reconnect() {
    if (client() != null) {
      return;
    }
    String wanted = name();
    try {
      ChatClient connected = connector.apply(wanted).join();
      if (isClosed() || client() != null) {
        connected.close();
        return;
      }
      listener.notice("Connected again as " + connected.name() + ".", false);
      attach(connected);
    } catch (CompletionException e) {
      tryAgain(wanted, e.getCause() == null ? e : e.getCause());
    }
  }

  private void tryAgain(String wanted, Throwable failure) {
    String text =
        failure instanceof RefusedException refused && refused.isNameTaken()
            ? "The name "
                + wanted
                + " is in use, perhaps still by your lost connection: trying again."
                + " To take another name now: /name NAME"
            : "No connection: " + reason(failure) + " Trying again …";
    boolean isNew;
    synchronized (this) {
      attempts++;
      isNew = !text.equals(lastReason);
      lastReason = text;
      schedule(BACKOFF.delay(attempts, random.nextDouble()));
    }
    if (isNew) {
      listener.notice(text, true);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private static Throwable unwrap(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static String reason(Throwable failure) {
    String text = String.valueOf(unwrap(failure).getMessage());
    return text.endsWith(".") ? text : text + ".";
  }

  private record Outgoing(String to, String text) {
    @Override
    public String toString() {
      return to + ": " + text;
    }
  }
}
