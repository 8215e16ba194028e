package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import java.time.Clock;
import java.time.ZonedDateTime;

/** {@code /time}: the clock of the server. */
final class TimeEndpoint implements Endpoint {
  private final Clock clock;

  TimeEndpoint(Clock clock) {
    this.clock = clock;
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
  public Work begin(Session requester, Message request) {
    return () -> ServerTexts.time(ZonedDateTime.now(clock));
  }
}
