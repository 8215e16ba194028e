package dev.hubbub.server;

import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;

/** Stops a server in an orderly way when the process is told to end. */
final class StopOnSignal {
  private StopOnSignal() {}

  /** Drains and stops the server on SIGTERM or Ctrl-C; the process then ends with status 0. */
  static void install(ChatServer server, PrintWriter log) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "hubbub-stop"));
  }

  private static void stop(ChatServer server, PrintWriter log) {
    int undelivered = server.stop();
    if (undelivered > 0) {
      log.println(
          "hubbub serve: "
              + undelivered
              + " connections were closed before all that was queued for them was delivered");
      log.flush();
    }
    // Being told to stop is the normal end of a server, but the JVM would report the signal as its
    // status.
    Runtime.getRuntime().halt(ExitStatus.DONE);
  }
}
