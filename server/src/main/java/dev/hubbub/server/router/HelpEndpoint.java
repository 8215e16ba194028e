package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.server.session.Session;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /help}: the commands and what they do. */
final class HelpEndpoint implements Endpoint {
  private final Supplier<? extends Collection<Endpoint>> endpoints;
  private final Replies replies;

  HelpEndpoint(Supplier<? extends Collection<Endpoint>> endpoints, Replies replies) {
    this.endpoints = endpoints;
    this.replies = replies;
  }

  @Override
  public String path() {
    return "/help";
  }

  @Override
  public String help() {
    return "shows this list";
  }

  @Override
  public @Nullable PendingRequest call(Session requester, Message request) {
    replies.say(
        requester,
        endpoints.get().stream()
            .map(endpoint -> endpoint.path() + " - " + endpoint.help())
            .collect(Collectors.joining("\n", "Available commands:\n", "")));
    return null;
  }
}
