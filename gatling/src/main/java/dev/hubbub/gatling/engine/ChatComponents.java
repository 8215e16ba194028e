package dev.hubbub.gatling.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.session.Session;
import java.net.InetSocketAddress;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * What the steps of one scenario share while it runs. Immutable.
 *
 * @param protocol what the simulation set up
 * @param address where the server is, resolved
 * @param core Gatling's clock, statistics and configuration
 */
record ChatComponents(ChatProtocol protocol, InetSocketAddress address, CoreComponents core)
    implements ProtocolComponents {

  @Override
  public Function1<Session, Session> onStart() {
    return session -> session;
  }

  /** A virtual user that ends, however it ends, leaves no connection behind. */
  @Override
  public Function1<Session, BoxedUnit> onExit() {
    return session -> {
      ChatConnection.of(session).ifPresent(ChatConnection::close);
      return BoxedUnit.UNIT;
    };
  }
}
