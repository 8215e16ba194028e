package dev.hubbub.bots.compare;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.breakpoint.ServerFinder;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.local.CpuQuota;
import dev.hubbub.bots.local.Pinning;
import dev.hubbub.bots.local.ServerProcess;
import dev.hubbub.bots.local.Taskset;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.ProcessProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the contenders together: starts those that the run is to start, finds the processes of the
 * others, and puts all of them on the same processors and under the same quota. On closing, each
 * process that it didn't start gets back what it had.
 */
final class Contenders implements AutoCloseable {
  private final Pinning pinning;
  private final LoadOptions loadOptions;
  private final @Nullable Double serverCpus;
  private final Path logs;
  private final List<Contender> all = new ArrayList<>();
  private final Deque<Runnable> closers = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param serverCpus the quota of processor time of each, or null
   * @param logs folder for what the servers that are started say
   */
  Contenders(Pinning pinning, LoadOptions loadOptions, @Nullable Double serverCpus, Path logs) {
    this.pinning = pinning;
    this.loadOptions = loadOptions;
    this.serverCpus = serverCpus;
    this.logs = logs;
  }

  /** Those that were added, in that order. */
  List<Contender> all() {
    return List.copyOf(all);
  }

  /**
   * Starts a server of this project and adds it.
   *
   * @throws IOException if it can't be started
   */
  void start(ServerProcess.Program program, Protocol protocol, List<String> arguments)
      throws IOException, InterruptedException {
    String name = PeerSpec.name(protocol);
    ServerProcess server =
        ServerProcess.start(program, pinning.server(), arguments, logs.resolve(name + ".log"));
    closers.push(server::close);
    HostPort address = new HostPort(ServerProcess.HOST, server.listening().port());
    add(name, protocol, address, server.probe());
  }

  /**
   * Adds one that runs already.
   *
   * @param pid of its process, null when it is to be found
   * @throws IOException if it can't be reached, or what was asked for needs its process
   */
  void find(Protocol protocol, HostPort address, @Nullable Long pid)
      throws IOException, InterruptedException {
    String name = PeerSpec.name(protocol);
    ProcessProbe probe =
        pid == null
            ? ServerFinder.process(address.host(), address.port()).orElse(null)
            : new ProcessProbe(pid);
    if (probe == null) {
      if (serverCpus != null) {
        throw new IOException(
            "'--server-cpus' needs the process of "
                + name
                + " at "
                + address
                + ", and none of this machine is found that this user may see");
      }
      add(name, protocol, address, null);
      return;
    }
    if (probe.cpuNs() == null) {
      throw new IOException("there is no process " + probe.pid() + ", given for " + name);
    }
    List<Integer> before = probe.processors();
    if (!pinning.server().isEmpty() && Taskset.pin(probe.pid(), pinning.server())) {
      closers.push(() -> unpin(probe.pid(), before));
    }
    add(name, protocol, address, probe);
  }

  /** Lets all users leave, and stops or gives back what it took. */
  @Override
  public void close() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }

  private void add(String name, Protocol protocol, HostPort address, @Nullable ProcessProbe probe)
      throws IOException {
    if (probe != null && serverCpus != null) {
      CpuQuota quota = CpuQuota.of(serverCpus, probe.pid());
      closers.push(quota::close);
    }
    // Without the page of its metrics, which peers don't have: reading it costs the server time.
    boolean exclusive = probe != null && probe.processors().equals(pinning.server());
    ServerObserver observer = new ServerObserver(probe, null, exclusive, serverCpus);
    Fleet fleet = Fleet.start(loadOptions.config(address, protocol, pinning.generator()));
    closers.push(fleet::close);
    all.add(new Contender(name, address, observer, fleet));
  }

  private static void unpin(long pid, List<Integer> processors) {
    try {
      Taskset.pin(pid, processors);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
