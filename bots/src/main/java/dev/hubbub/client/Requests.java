package dev.hubbub.client;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and is waiting for an answer, in the order of sending.
 *
 * <p>The protocol confirms nothing: a message to a user is answered only when it was refused. But
 * the server answers one connection in order. So every message to a user is followed by a {@code
 * /time}: when its answer comes, a refusal would have come before it.
 *
 * <p>Belongs to the event loop of the connection.
 */
final class Requests {
  /** The endpoint whose answer confirms what was sent before. */
  static final String FENCE = "/time";

  private final Queue<Request> open = new ArrayDeque<>();

  /** A message to a user, which is followed by a fence. */
  Request message() {
    return add(new Request(true));
  }

  /** A message to an endpoint. */
  Request endpoint() {
    return add(new Request(false));
  }

  /** Takes a message if it answers a request; returns whether it does. */
  boolean answer(Message message) {
    Request first = open.peek();
    String text = message.msg();
    if (first == null || !message.from().equals(Sender.SERVER) || isUnasked(text)) {
      return false;
    }
    return first.fenced ? answerMessage(first, message) : answerEndpoint(first, message);
  }

  /** Fails all that is open. */
  void fail(IOException reason) {
    for (Request next = open.poll(); next != null; next = open.poll()) {
      next.outcome.completeExceptionally(reason);
    }
  }

  private Request add(Request request) {
    open.add(request);
    return request;
  }

  // What the server says of its own accord, or before it closes.
  private static boolean isUnasked(String text) {
    return text.equals(ServerTexts.SHUTTING_DOWN)
        || text.startsWith(ServerTexts.FATAL)
        || text.startsWith(ServerTexts.MESSAGE_TOO_LARGE);
  }

  private boolean answerEndpoint(Request request, Message message) {
    open.remove();
    if (message.msg().startsWith(ServerTexts.ERROR)) {
      request.outcome.completeExceptionally(new RefusedException(message.msg()));
    } else {
      request.outcome.complete(message);
    }
    return true;
  }

  private boolean answerMessage(Request request, Message message) {
    if (message.msg().startsWith(ServerTexts.ERROR)) {
      request.refusal = message.msg();
      return true;
    }
    open.remove();
    if (request.refusal != null) {
      request.outcome.completeExceptionally(new RefusedException(request.refusal));
    } else {
      request.outcome.complete(message);
    }
    return true;
  }

  /** One that is waiting. */
  static final class Request {
    private final boolean fenced;
    private final CompletableFuture<Message> outcome = new CompletableFuture<>();
    private @Nullable String refusal;

    private Request(boolean fenced) {
      this.fenced = fenced;
    }

    /** The answer, or why there is none. */
    CompletableFuture<Message> outcome() {
      return outcome;
    }
  }
}
