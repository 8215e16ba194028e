package dev.hubbub.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A place on the network as people write it: {@code chat.lan:65432}, {@code 127.0.0.1:65432},
 * {@code [::1]:65432}.
 *
 * @param host name or address, an IPv6 address without its brackets
 * @param port 0 to 65535; 0 only makes sense for a place to listen at
 */
public record HostPort(String host, int port) {
  private static final int PORT_MAX = 65_535;

  /** Checks the ranges. */
  public HostPort {
    if (host.isBlank() || port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("'" + host + ":" + port + "' is no HOST:PORT");
    }
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no HOST:PORT: an IPv6 address goes into brackets, [::1]:65432");
    }
    String port = text.substring(colon + 1);
    if (host.isBlank() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > PORT_MAX) {
      throw new IllegalArgumentException("'" + text + "' is no HOST:PORT such as 127.0.0.1:65432");
    }
    return new HostPort(host, Integer.parseInt(port));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** For options of this type. */
  public static final class Converter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
