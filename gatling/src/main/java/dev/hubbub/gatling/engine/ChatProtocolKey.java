package dev.hubbub.gatling.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolKey;
import scala.Function1;

/** How Gatling finds the protocol that a simulation set up. Used while scenarios are built. */
final class ChatProtocolKey implements ProtocolKey<ChatProtocol, ChatComponents> {
  // Gatling's signature asks for the class of the interface where it means one that implements it.
  @SuppressWarnings("unchecked")
  @Override
  public Class<Protocol> protocolClass() {
    return (Class<Protocol>) (Class<?>) ChatProtocol.class;
  }

  @Override
  public ChatProtocol defaultProtocolValue(GatlingConfiguration configuration) {
    throw new IllegalStateException(
        "no server named: add 'protocols(chat.host(…).port(…))' to the set-up");
  }

  @Override
  public Function1<ChatProtocol, ChatComponents> newComponents(CoreComponents core) {
    return protocol -> ChatComponents.of(protocol, core);
  }
}
