package dev.hubbub.client;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.protocol.UnicodeText;
import dev.hubbub.protocol.Username;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One user on line: sends and receives messages.
 *
 * <pre>{@code
 * try (ChatClient client = ChatClient.connect("127.0.0.1", port, "echo").join()) {
 *   client.listen(message -> {
 *     if (!message.from().equals(Sender.SERVER)) {
 *       client.send(message.from().name(), "you said: " + message.msg());
 *     }
 *   });
 *   System.out.println(client.endpoint("/list").join().msg());
 *   client.send("alice", "I repeat what you say").join();
 *   client.closed().join(); // until the server stops, which is an exception
 * }
 * }</pre>
 *
 * <p><b>Nothing blocks</b> but {@link #close}. Futures complete on the event loop of the
 * connection: what is chained to them must not block, or is given an executor of its own ({@code
 * thenApplyAsync}). Listeners are called on another thread of the client, one message after the
 * other in the order of arrival; they may block, but while one does for long, messages pile up, and
 * past {@link ChatConfig#inboxBytesMax()} the client stops reading: answers then wait, too.
 *
 * <p><b>Errors</b> come by the futures: {@link RefusedException} when the server says no, {@link
 * ConnectionLostException} when the connection ends before the answer, {@link
 * java.util.concurrent.TimeoutException} when the answer takes longer than {@link
 * ChatConfig#replyMax()}, {@link RejectedExecutionException} when more is unanswered than {@link
 * ChatConfig#unconfirmedBytesMax()}, and {@link IllegalArgumentException} for what can't be sent at
 * all. A client doesn't reconnect: connect another one.
 *
 * <p>Any thread may use it. A client has two threads, which end with its connection.
 */
public final class ChatClient implements AutoCloseable {
  private final ChatConfig config;
  private final Connection connection;
  private final Message welcome;
  private final AtomicLong unconfirmedBytes = new AtomicLong();

  private ChatClient(ChatConfig config, Connection connection, Message welcome) {
    this.config = config;
    this.connection = connection;
    this.welcome = welcome;
  }

  /** Connects with the usual limits; see {@link #connect(ChatConfig)}. */
  public static CompletableFuture<ChatClient> connect(String host, int port, String name) {
    return connect(ChatConfig.of(host, port, name));
  }

  /**
   * Connects and registers the name. Completes when the welcome is there; fails with {@link
   * RefusedException} when the server doesn't take the name or the connection, and with another
   * {@link java.io.IOException} when there is no connection.
   */
  public static CompletableFuture<ChatClient> connect(ChatConfig config) {
    String name;
    try {
      name = Username.of(config.name()).name();
    } catch (InvalidUsernameException e) {
      String text = ServerTexts.invalidUsername(e.reason());
      return CompletableFuture.failedFuture(new RefusedException(text));
    }
    Connection connection = new Connection(config, name);
    return connection.open().thenApply(welcome -> new ChatClient(config, connection, welcome));
  }

  /** The name under which the server knows this user. */
  public String name() {
    return welcome.to();
  }

  /** What the server said first, who is on line for example. */
  public Message welcome() {
    return welcome;
  }

  /**
   * Calls the listener with every message that is no answer to this client's own. What came before
   * the first listener is kept for it.
   */
  public void listen(Consumer<Message> listener) {
    connection.inbox().listen(listener);
  }

  /**
   * Sends a text to a user. Completes when the server has accepted it for the receiver, and fails
   * with {@link RefusedException} when the receiver is not on line or can't take it. Messages
   * arrive in the order of the calls of one thread.
   */
  public CompletableFuture<Void> send(String to, String text) {
    if (to.isEmpty() || to.startsWith("/")) {
      return failed("'to' must be a username, got: '" + to + "'");
    }
    CompletableFuture<Message> outcome = new CompletableFuture<>();
    return submit(to, text, outcome, () -> connection.handler().sendMessage(to, text, outcome))
        .thenApply(_ -> null);
  }

  /** Asks an endpoint that needs no text, such as {@code /list}, and completes with its answer. */
  public CompletableFuture<Message> endpoint(String endpoint) {
    return endpoint(endpoint, "");
  }

  /**
   * Sends a text to an endpoint, such as {@code /shout}, and completes with its answer; fails with
   * {@link RefusedException} when there is no such endpoint.
   */
  public CompletableFuture<Message> endpoint(String endpoint, String text) {
    if (!endpoint.startsWith("/")) {
      return failed("'endpoint' must begin with '/', got: '" + endpoint + "'");
    }
    CompletableFuture<Message> outcome = new CompletableFuture<>();
    return submit(
        endpoint, text, outcome, () -> connection.handler().sendEndpoint(endpoint, text, outcome));
  }

  /**
   * The end of the connection, after the listeners have had every message. Completes normally when
   * it was closed from here, and else with {@link ConnectionLostException}, which says why.
   */
  public CompletableFuture<Void> closed() {
    return connection.handler().ended().copy();
  }

  /**
   * Leaves: what was sent goes out first, and the name is free when this returns. Blocks for up to
   * 5 s, unless a listener or what is chained to a future calls it.
   */
  @Override
  public void close() {
    connection.close();
  }

  private CompletableFuture<Message> submit(
      String to, String text, CompletableFuture<Message> outcome, Runnable send) {
    if (UnicodeText.hasLoneSurrogate(to) || UnicodeText.hasLoneSurrogate(text)) {
      return failed("half a surrogate pair can't be sent");
    }
    int bytes = MessageEncoder.encodedBytes(new Message(new Sender("", ""), to, text));
    // The line feed is not part of the object.
    if (bytes - 1 > config.messageBytesMax()) {
      return failed(
          "the message takes " + (bytes - 1) + " bytes, over " + config.messageBytesMax());
    }
    if (unconfirmedBytes.addAndGet(bytes) > config.unconfirmedBytesMax()) {
      unconfirmedBytes.addAndGet(-bytes);
      return CompletableFuture.failedFuture(
          new RejectedExecutionException(
              "over " + config.unconfirmedBytesMax() + " bytes wait for an answer"));
    }
    outcome.whenComplete((_, _) -> unconfirmedBytes.addAndGet(-bytes));
    connection.execute(send, outcome);
    return outcome;
  }

  private static <T> CompletableFuture<T> failed(String problem) {
    return CompletableFuture.failedFuture(new IllegalArgumentException(problem));
  }
}
