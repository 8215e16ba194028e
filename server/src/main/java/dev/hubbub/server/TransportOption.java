package dev.hubbub.server;

import dev.hubbub.cli.UsageException;
import dev.hubbub.server.wire.Transport;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The option for how the server talks to the kernel. */
final class TransportOption {
  private static final String AUTO = "auto";

  @Option(
      names = "--transport",
      paramLabel = "auto|epoll|io_uring|nio",
      description =
          "How to talk to the kernel; auto takes epoll on Linux and nio elsewhere, and says which.")
  private String transport = AUTO;

  /** The one to use. */
  Transport transport() {
    if (AUTO.equals(transport)) {
      return Transport.best();
    }
    Transport chosen =
        Arrays.stream(Transport.values())
            .filter(candidate -> candidate.toString().equals(transport))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "'--transport' must be auto, epoll, io_uring or nio, got: " + transport));
    chosen
        .unavailability()
        .ifPresent(cause -> {
          throw new UsageException(
              "'--transport' " + transport + " is not available here: " + rootMessage(cause));
        });
    return chosen;
  }

  /** Why it is that one, for the log. */
  String reason() {
    if (!AUTO.equals(transport)) {
      return "asked for";
    }
    return Transport.EPOLL
        .unavailability()
        .map(cause -> "auto: epoll is not available here: " + rootMessage(cause))
        .orElse("auto: epoll is available here");
  }

  // Netty wraps why a native library doesn't load in a general word or two.
  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
