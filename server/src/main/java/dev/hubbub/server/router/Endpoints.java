package dev.hubbub.server.router;

import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.session.SessionRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of the endpoints, in the order in which {@code /help} lists them. */
final class Endpoints {
  private final Map<String, Endpoint> byPath = new LinkedHashMap<>();

  Endpoints(SessionRegistry registry, PendingTotal memory, Replies replies, Clock clock) {
    List<Endpoint> all =
        List.of(
            new HelpEndpoint(byPath::values, replies),
            new TimeEndpoint(clock, replies),
            new ListEndpoint(registry, memory, replies),
            new ShoutEndpoint(registry, memory, replies),
            new StandardEndpoint(replies));
    all.forEach(endpoint -> byPath.put(endpoint.path(), endpoint));
  }

  @Nullable Endpoint find(String path) {
    return byPath.get(path);
  }
}
