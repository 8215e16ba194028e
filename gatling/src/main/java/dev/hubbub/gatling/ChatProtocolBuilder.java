package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.ChatProtocol;
import dev.hubbub.gatling.engine.Template;
import dev.hubbub.protocol.Limits;
import dev.hubbub.tls.ClientTls;
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
          "127.0.0.1", Limits.DEFAULT_PORT, null, null, "#{name}", Duration.ofSeconds(5), true);

  private final String host;
  private final int port;
  private final @Nullable Supplier<InetSocketAddress> address;
  private final @Nullable ClientTls tls;
  private final String username;
  private final Duration stepTimeout;
  private final boolean recorded;

  private ChatProtocolBuilder(
      String host,
      int port,
      @Nullable Supplier<InetSocketAddress> address,
      @Nullable ClientTls tls,
      String username,
      Duration stepTimeout,
      boolean recorded) {
    this.host = host;
    this.port = port;
    this.address = address;
    this.tls = tls;
    this.username = username;
    this.stepTimeout = stepTimeout;
    this.recorded = recorded;
  }

  /** Name or address of the server; default 127.0.0.1. */
  public ChatProtocolBuilder host(String newHost) {
    return new ChatProtocolBuilder(newHost, port, address, tls, username, stepTimeout, recorded);
  }

  /** TCP port of the server; default 65432. */
  public ChatProtocolBuilder port(int newPort) {
    return new ChatProtocolBuilder(host, newPort, address, tls, username, stepTimeout, recorded);
  }

  /**
   * Where the server is, asked after the simulation's {@code before()}, which may have started it.
   * Takes the place of host and port.
   */
  public ChatProtocolBuilder at(Supplier<InetSocketAddress> newAddress) {
    return new ChatProtocolBuilder(host, port, newAddress, tls, username, stepTimeout, recorded);
  }

  /**
   * Speaks TLS. The host, as it was given, must stand in the server's certificate; the caller
   * closes what it gives once the run is over.
   */
  public ChatProtocolBuilder tls(ClientTls newTls) {
    return new ChatProtocolBuilder(host, port, address, newTls, username, stepTimeout, recorded);
  }

  /**
   * The name to register, with placeholders; no two virtual users may share one. Default <code>
   * #{name}</code>.
   */
  public ChatProtocolBuilder as(String newUsername) {
    return new ChatProtocolBuilder(host, port, address, tls, newUsername, stepTimeout, recorded);
  }

  /** How long a step may take before it fails, unless it says otherwise; default 5 s. */
  public ChatProtocolBuilder stepTimeout(Duration newTimeout) {
    return new ChatProtocolBuilder(host, port, address, tls, username, newTimeout, recorded);
  }

  /**
   * For a warm-up: what its users do well stands neither in Gatling's log nor in the finer times.
   * What fails is reported all the same.
   */
  public ChatProtocolBuilder unrecorded() {
    return new ChatProtocolBuilder(host, port, address, tls, username, stepTimeout, false);
  }

  /** For Gatling's use. */
  @Override
  public Protocol protocol() {
    Supplier<InetSocketAddress> target =
        address == null ? () -> new InetSocketAddress(host, port) : address;
    return ChatProtocol.of(target, tls, Template.of(username), stepTimeout, recorded);
  }
}
