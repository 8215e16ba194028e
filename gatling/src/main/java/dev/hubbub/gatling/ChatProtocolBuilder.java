package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.ChatProtocol;
import dev.hubbub.gatling.engine.Template;
import dev.hubbub.protocol.Limits;
import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the server is and as whom virtual users register. Immutable. */
public final class ChatProtocolBuilder implements ProtocolBuilder {
  static final ChatProtocolBuilder DEFAULT =
      new ChatProtocolBuilder(
          "127.0.0.1", Limits.DEFAULT_PORT, null, "#{name}", Duration.ofSeconds(5));

  private final String host;
  private final int port;
  private final @Nullable Supplier<InetSocketAddress> address;
  private final String username;
  private final Duration stepTimeout;

  private ChatProtocolBuilder(
      String host,
      int port,
      @Nullable Supplier<InetSocketAddress> address,
      String username,
      Duration stepTimeout) {
    this.host = host;
    this.port = port;
    this.address = address;
    this.username = username;
    this.stepTimeout = stepTimeout;
  }

  /** Name or address of the server; default 127.0.0.1. */
  public ChatProtocolBuilder host(String newHost) {
    return new ChatProtocolBuilder(newHost, port, address, username, stepTimeout);
  }

  /** TCP port of the server; default 65432. */
  public ChatProtocolBuilder port(int newPort) {
    return new ChatProtocolBuilder(host, newPort, address, username, stepTimeout);
  }

  /**
   * Where the server is, asked after the simulation's {@code before()}, which may have started it.
   * Takes the place of host and port.
   */
  public ChatProtocolBuilder at(Supplier<InetSocketAddress> newAddress) {
    return new ChatProtocolBuilder(host, port, newAddress, username, stepTimeout);
  }

  /**
   * The name to register, with placeholders; no two virtual users may share one. Default <code>
   * #{name}</code>.
   */
  public ChatProtocolBuilder as(String newUsername) {
    return new ChatProtocolBuilder(host, port, address, newUsername, stepTimeout);
  }

  /** How long a step may take before it fails, unless it says otherwise; default 5 s. */
  public ChatProtocolBuilder stepTimeout(Duration newTimeout) {
    return new ChatProtocolBuilder(host, port, address, username, newTimeout);
  }

  /** For Gatling's use. */
  @Override
  public Protocol protocol() {
    Supplier<InetSocketAddress> target =
        address == null ? () -> new InetSocketAddress(host, port) : address;
    return new ChatProtocol(target, Template.of(username), stepTimeout);
  }
}
