package dev.hubbub.bots.compare;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.cli.HostPort;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A peer as the command line names it: {@code irc=HOST:PORT}, {@code nats=HOST:PORT,pid=4711},
 * {@code echo}.
 *
 * @param address null for a server that the run is to start
 * @param pid of its process, null when it is to be found
 */
record PeerSpec(Protocol protocol, @Nullable HostPort address, @Nullable Long pid) {
  private static final List<Protocol> PEERS = List.of(Protocol.IRC, Protocol.NATS, Protocol.ECHO);
  private static final String SYNTAX =
      "irc=HOST:PORT, nats=HOST:PORT, echo or echo=HOST:PORT, with ',pid=N' after the port where"
          + " the process can't be found";

  /** What to call it. */
  String name() {
    return name(protocol);
  }

  /** What to call a contender that speaks the protocol. */
  static String name(Protocol protocol) {
    return protocol == Protocol.HUBBUB ? "server" : protocol.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static PeerSpec parse(String text) {
    String[] parts = text.split("=", 2);
    Protocol protocol =
        PEERS.stream()
            .filter(peer -> name(peer).equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> wrong(text));
    if (parts.length == 1) {
      if (protocol != Protocol.ECHO) {
        throw wrong(text);
      }
      return new PeerSpec(protocol, null, null);
    }
    String[] place = parts[1].split(",pid=", 2);
    HostPort address = HostPort.parse(place[0]);
    return new PeerSpec(protocol, address, place.length == 1 ? null : pid(place[1], text));
  }

  private static long pid(String digits, String text) {
    if (!digits.matches("[1-9]\\d{0,9}")) {
      throw wrong(text);
    }
    return Long.parseLong(digits);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("'" + text + "' is none of " + SYNTAX);
  }

  /** For the option. */
  static final class Converter implements ITypeConverter<PeerSpec> {
    @Override
    public PeerSpec convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public String toString() {
    return name() + (address == null ? "" : "=" + address) + (pid == null ? "" : ",pid=" + pid);
  }
}
