package dev.hubbub.gatling.engine;

import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all steps of a simulation share.
 *
 * @param address of the server; asked once, after the simulation's {@code before()}
 * @param username the name that a virtual user registers
 * @param stepTimeout how long a step may take that says nothing of its own
 */
public record ChatProtocol(
    Supplier<InetSocketAddress> address, Template username, Duration stepTimeout)
    implements Protocol {

  static final ProtocolKey<ChatProtocol, ChatComponents> KEY = new ChatProtocolKey();
}
