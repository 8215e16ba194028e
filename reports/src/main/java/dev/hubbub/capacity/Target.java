package dev.hubbub.capacity;

import dev.hubbub.bots.breakpoint.ServerFinder;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.bots.local.ServerProcess;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.EnvironmentProbe.ServerSide;
import dev.hubbub.measure.Jcmd;
import dev.hubbub.measure.ProcessProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The server that is measured.
 *
 * @param observer of its process
 * @param ceiling users that it takes at most, null when unknown
 * @param side for the record of the environment
 * @param liveness fails once the server has ended
 */
record Target(
    String host,
    int port,
    ServerObserver observer,
    @Nullable Ceiling ceiling,
    ServerSide side,
    Liveness liveness) {
  /** Tells whether the server still runs, as far as that can be known. */
  interface Liveness {
    /**
     * Checks it.
     *
     * @param patience how long its end may take to be noticed
     * @throws IOException if it has ended, with its last words
     */
    void requireRunning(Duration patience) throws IOException, InterruptedException;
  }

  /**
   * A server that this run started.
   *
   * @param maximumGiven whether its maximum of connections was asked for, rather than found by the
   *     server from its limit of open files
   * @param pinned whether it has processors of its own
   * @param cpus its quota of processor time, in processors, or null
   */
  static Target of(
      ServerProcess server, boolean maximumGiven, boolean pinned, @Nullable Double cpus)
      throws InterruptedException {
    ProcessProbe probe = server.probe();
    Integer most = server.listening().connectionsMax();
    ServerSide side =
        new ServerSide(
            server.javaFlags(), Jcmd.garbageCollector(probe.pid()), server.listening().transport());
    return new Target(
        ServerProcess.HOST,
        server.listening().port(),
        new ServerObserver(
            probe,
            ServerFinder.metrics(ServerProcess.HOST, server.listening().port(), probe).orElse(null),
            pinned,
            cpus),
        most == null ? null : new Ceiling(most, reason(most, probe, maximumGiven)),
        side,
        server::requireRunning);
  }

  /** A server that already runs: known as far as it can be observed. */
  static Target running(String host, int port, ServerObserver observer)
      throws InterruptedException {
    ProcessProbe probe = observer.probe();
    String collector = probe == null ? null : Jcmd.garbageCollector(probe.pid());
    ServerSide side = new ServerSide(null, collector, null);
    return new Target(host, port, observer, null, side, patience -> {});
  }

  /** Where it is. */
  HostPort place() {
    return new HostPort(host, port);
  }

  /** Its address, for people. */
  String address() {
    return place().toString();
  }

  /** Names what its steps run into. */
  Attribution attribution() {
    ProcessProbe probe = observer.probe();
    return new Attribution(observer.cores(), probe == null ? null : probe.openFilesMax());
  }

  private static String reason(int most, ProcessProbe probe, boolean maximumGiven) {
    Long openFilesMax = probe.openFilesMax();
    if (maximumGiven || openFilesMax == null) {
      return String.format(
          Locale.ROOT, "the server's configured maximum of %,d connections was held", most);
    }
    return String.format(
        Locale.ROOT,
        "the server's limit of open files was reached and held:"
            + " with %,d files a process it takes %,d connections",
        openFilesMax,
        most);
  }
}
