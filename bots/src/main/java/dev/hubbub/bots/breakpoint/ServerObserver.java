package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.KernelProbe;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.PrometheusText;
import dev.hubbub.measure.ThreadTimes;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.ServerGauges;
import dev.hubbub.measure.result.ServerSeries;
import dev.hubbub.measure.result.TcpCounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the server uses during a window: by its process where that runs on this machine,
 * and by its metrics page where it shows one. For one thread; it samples on another while a window
 * is open.
 */
public final class ServerObserver {
  // Busy interrupts and the kernel's own threads are some of it, without being the server's.
  private static final double FOREIGN_SHARE_MAX = 0.2;
  // Threads of a server that shares its processors wait a little now and then.
  private static final double WAIT_SHARE_MAX = 0.25;
  private static final double CPU_SHARE_HIGH = 0.9;

  private final @Nullable ProcessProbe probe;
  private final @Nullable MetricsPage page;
  private final List<Integer> processors;
  private final boolean exclusive;
  private final @Nullable Double cpus;
  private final KernelProbe kernel = new KernelProbe();
  private TcpCounts tcpAtStart = TcpCounts.UNKNOWN;
  private TcpCounts tcpAtEnd = TcpCounts.UNKNOWN;
  private ServerSample start = new ServerSample(0, null, null, null);
  private ServerSample end = start;
  private @Nullable ServerSampler sampler;

  /**
   * Observes a server.
   *
   * @param probe of its process, null when that can't be observed
   * @param page its metrics, null when it shows none
   * @param exclusive whether the generator keeps off the processors of that process
   * @param cpus its quota of processor time, in processors, or null
   */
  public ServerObserver(
      @Nullable ProcessProbe probe,
      @Nullable MetricsPage page,
      boolean exclusive,
      @Nullable Double cpus) {
    this.probe = probe;
    this.page = page;
    this.processors = probe == null ? List.of() : probe.processors();
    this.exclusive = exclusive;
    this.cpus = cpus;
  }

  /** The process, or null when it can't be observed. */
  public @Nullable ProcessProbe probe() {
    return probe;
  }

  /** Processors' worth of time that the server may use, or null when unknown. */
  public @Nullable Double cores() {
    if (processors.isEmpty()) {
      return cpus;
    }
    double all = processors.size();
    return cpus == null ? (Double) all : (Double) Math.min(all, cpus);
  }

  /** How it is observed, in words. */
  public String source() {
    String process = probe == null ? "" : "its process " + probe.pid();
    String shown = page == null ? "" : page.address().toString();
    String both =
        process.isEmpty() || shown.isEmpty() ? process + shown : process + " and " + shown;
    return both.isEmpty() ? "nothing: neither its process nor its metrics were reached" : both;
  }

  /** A step begins: connections of its users come next. */
  public void stepStarted() {
    tcpAtStart = kernel.tcpCounts();
  }

  /**
   * The window begins now.
   *
   * @param users that are registered: a page that counts fewer is of another server
   * @param window how long it is meant to be
   */
  public void windowStarted(int users, Duration window) {
    start = sample(users);
    if (start.times() != null || start.page() != null) {
      boolean shown = start.page() != null;
      sampler =
          new ServerSampler(() -> sample(shown ? page : null, 0), start, window, knownCores());
    }
  }

  /** The window ends now. */
  public void windowEnded() {
    if (sampler != null) {
      sampler.stop();
    }
    end = sample(0);
    tcpAtEnd = kernel.tcpCounts();
  }

  /** What the server used in the window. */
  public ProcessLoad load(double deliveredInWindow) {
    ServerUse use = use();
    Double cpuNs = use.cpuNs();
    return new ProcessLoad(
        cpuShare(use),
        use.busiestThreadShare(),
        use.cpuWaitShare(),
        cpuNs == null || deliveredInWindow < 1 ? null : (Double) (cpuNs / 1e3 / deliveredInWindow),
        probe == null ? null : probe.residentBytes(),
        probe == null ? use.openFiles() : probe.openFiles(),
        use.loopLagMsMax(),
        use.gcMs());
  }

  /** How it went, interval by interval; without any where the server can't be observed. */
  public ServerSeries series() {
    return sampler == null
        ? new ServerSeries(List.of(), List.of(), List.of(), List.of())
        : sampler.series(this::cpuShare);
  }

  /** What its metrics showed at the end of the window, or null. */
  public @Nullable ServerGauges gauges() {
    return use().gauges();
  }

  /** What the kernel counted in the step, from the first connection to the end of the window. */
  public TcpCounts tcp() {
    return tcpAtEnd.since(tcpAtStart);
  }

  /**
   * Evidence that others had the server's processors in the window, in words, or null.
   *
   * <p>Where the server has processors of its own, everyone else on them is foreign. Where it
   * shares them, it counts how long its busiest thread waited for one while the server itself used
   * too little to be the reason.
   */
  public @Nullable String machineLimit() {
    ServerUse use = use();
    Double foreign = exclusive ? use.foreignShare() : null;
    if (foreign != null && foreign >= FOREIGN_SHARE_MAX) {
      return text("other programs used %.0f %% of the server's processors", foreign);
    }
    // Under a quota the kernel counts the time without any left as waiting too.
    Double waited = cpus == null ? use.cpuWaitShare() : null;
    double own = Objects.requireNonNullElse(use.cpuShare(), 1.0);
    return waited != null && waited >= WAIT_SHARE_MAX && own < CPU_SHARE_HIGH
        ? text("the server waited %.0f %% of the time for a processor that others had", waited)
        : null;
  }

  private ServerUse use() {
    return new ServerUse(start, end, knownCores());
  }

  private @Nullable Integer knownCores() {
    return processors.isEmpty() ? null : processors.size();
  }

  // Of what it may use: the quota, where it has one.
  private @Nullable Double cpuShare(ServerUse use) {
    Double share = use.cpuShare();
    Double cores = cores();
    Integer all = use.cores();
    return share == null || cores == null || all == null ? share : (Double) (share * all / cores);
  }

  private ServerSample sample(int users) {
    return sample(page, users);
  }

  private ServerSample sample(@Nullable MetricsPage page, int users) {
    PrometheusText shown = page == null ? null : page.read().orElse(null);
    Double counted = shown == null ? null : shown.sum("hubbub_users", "");
    boolean other = counted != null && counted < users;
    ThreadTimes times = probe == null ? null : probe.threadTimes();
    return new ServerSample(
        System.nanoTime(), times, kernel.busyNs(processors), other ? null : shown);
  }

  private static String text(String format, double share) {
    return "the machine: " + String.format(Locale.ROOT, format, share * 100);
  }
}
