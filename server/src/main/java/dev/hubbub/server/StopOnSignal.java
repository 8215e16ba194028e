package dev.hubbub.server;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.logs.Logs;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a server in an orderly way when the process is told to end. */
final class StopOnSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);

  private StopOnSignal() {}

  /** Drains and stops the server on SIGTERM or Ctrl-C; the process then ends with status 0. */
  static void install(ChatServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "hubbub-stop"));
  }

  private static void stop(ChatServer server) {
    LOG.atInfo().addKeyValue("connections", server.connections()).log("drain begins");
    long beginNs = System.nanoTime();
    int undelivered = server.stop();
    if (undelivered > 0) {
      LOG.atWarn()
          .addKeyValue("connections", undelivered)
          .log("closed before all that was queued for them was delivered");
    }
    LOG.atInfo()
        .addKeyValue("undelivered", undelivered)
        .addKeyValue("drain_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNs))
        .log("stopped");
    Logs.stop();
    // Being told to stop is the normal end of a server, but the JVM would report the signal as its
    // status.
    Runtime.getRuntime().halt(ExitStatus.DONE);
  }
}
