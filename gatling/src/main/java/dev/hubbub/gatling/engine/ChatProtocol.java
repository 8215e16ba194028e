package dev.hubbub.gatling.engine;

import dev.hubbub.tls.ClientTls;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all steps of a simulation share.
 *
 * @param address of the server; asked once, after the simulation's {@code before()}
 * @param tls null for plain TCP
 * @param username the name that a virtual user registers
 * @param stepTimeout how long a step may take that says nothing of its own
 * @param recorded whether steps that succeed are in the figures
 * @param deliveries messages under way between its users
 */
public record ChatProtocol(
    Supplier<InetSocketAddress> address,
    @Nullable ClientTls tls,
    Template username,
    Duration stepTimeout,
    boolean recorded,
    Deliveries deliveries)
    implements Protocol {

  /** One whose users can await messages to each other. */
  public static ChatProtocol of(
      Supplier<InetSocketAddress> address,
      @Nullable ClientTls tls,
      Template username,
      Duration stepTimeout,
      boolean recorded) {
    return new ChatProtocol(address, tls, username, stepTimeout, recorded, new Deliveries());
  }

  static final ProtocolKey<ChatProtocol, ChatComponents> KEY = new ChatProtocolKey();
}
