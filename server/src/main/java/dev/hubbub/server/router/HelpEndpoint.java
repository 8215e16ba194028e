package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.server.session.Session;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /help}: the commands and what they do. */
final class HelpEndpoint implements Endpoint {
  private final Supplier<? extends Collection<Endpoint>> endpoints;

  HelpEndpoint(Supplier<? extends Collection<Endpoint>> endpoints) {
    this.endpoints = endpoints;
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
  public Work begin(Session requester, Message request) {
    return () ->
        endpoints.get().stream()
            .map(endpoint -> endpoint.path() + " - " + endpoint.help())
            .collect(Collectors.joining("\n", "Available commands:\n", ""));
  }
}
