package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** {@code /time}: the clock of the server. */
final class TimeEndpoint implements Endpoint {
  private final Clock clock;
  private final Replies replies;

  TimeEndpoint(Clock clock, Replies replies) {
    this.clock = clock;
    this.replies = replies;
  }

  @Override
  public String path() {
    return "/time";
  }

  @Override
  public String help() {
    return "tells the time of the server";
  }

  @Override
  public @Nullable PendingRequest call(Session requester, Message request) {
    replies.say(requester, ServerTexts.time(ZonedDateTime.now(clock)));
    return null;
  }
}
