package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Driver;
import dev.hubbub.bots.driver.LoadPayload;
import dev.hubbub.bots.workload.LoadPlan;
import dev.hubbub.bots.workload.WorkloadPlan;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.tls.ClientTls;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The users of one worker and the load that they make, on one event loop. Any thread may call; a
 * future tells the outcome, and completes on the event loop. A growth or a run must be over before
 * the next begins.
 */
public final class Engine implements AutoCloseable {
  private static final long WATCH_MS = 200;

  private final NanoClock clock;
  private final EventLoopGroup group;
  private final EventLoop loop;
  private final Users users;
  private final RunStatistics statistics;
  private final Traffic traffic;
  private final Connector connector;
  private final Presence presence;
  private final UsageMeter usageMeter;
  private final @Nullable ClientTls tls;
  private @Nullable LoadRun current;

  /**
   * An engine without users.
   *
   * @throws IOException if the server's name can't be resolved or a file of TLS can't be used
   */
  public Engine(EngineConfig config, NanoClock clock) throws IOException {
    InetSocketAddress server = new InetSocketAddress(address(config.host()), config.port());
    this.tls =
        config.tls() == null
            ? null
            : ClientTls.load(config.tls(), Duration.ofMillis(config.connectTimeoutMs()));
    Transport transport = Transport.best();
    LoadPayload payload =
        new LoadPayload(config.runToken(), config.worker(), config.payloadBytes());
    Driver driver = config.protocol().driver(payload);
    this.clock = clock;
    this.group =
        new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bots", true), transport.io());
    this.loop = group.next();
    this.users = new Users(driver, config.runToken(), config.worker());
    this.statistics = new RunStatistics(clock);
    this.traffic = new Traffic(users, driver, config.runToken(), config.worker(), statistics);
    this.connector =
        new Connector(
            loop,
            transport,
            server,
            tls,
            config.worker(),
            config.connectTimeoutMs(),
            driver,
            new Inbound(),
            clock);
    this.presence = new Presence(loop, clock, users, traffic, statistics, connector);
    this.usageMeter = new UsageMeter(clock);
    // Its first use loads classes for tens of milliseconds: not at the start of a window.
    usageMeter.start();
    usageMeter.stop(0);
  }

  /** Registers or disconnects users until so many are registered, or can't be. */
  public CompletableFuture<GrowOutcome> growTo(int target, Duration timeout) {
    return growTo(target, timeout, null);
  }

  /**
   * The same.
   *
   * @param underWayMax users that may be on their way at a time; null: as many as suit the protocol
   */
  public CompletableFuture<GrowOutcome> growTo(
      int target, Duration timeout, @Nullable Integer underWayMax) {
    int atOnce = underWayMax == null ? connector.handshakesMax() : underWayMax;
    CompletableFuture<GrowOutcome> outcome = new CompletableFuture<>();
    onLoop(
        outcome,
        () ->
            new Registrar(
                    loop,
                    clock,
                    users,
                    connector,
                    usageMeter,
                    target,
                    atOnce,
                    timeout.toNanos(),
                    outcome)
                .begin());
    return outcome;
  }

  /** Tells the number of registered users a few times a second, until cancelled. */
  public Future<?> watchUsers(IntConsumer watcher) {
    return loop.scheduleAtFixedRate(
        () -> watcher.accept(users.registered()), WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
  }

  /** Runs a load on the registered users; fails if there is none. */
  public CompletableFuture<RunOutcome> run(RunSpec spec, RunListener listener) {
    CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    onLoop(outcome, () -> begin(spec, listener, outcome));
    return outcome;
  }

  /** Ends the load of the current run, if there is one; its drain follows. */
  public void finishRun() {
    loop.execute(() -> {
      if (current != null) {
        current.finishEarly();
      }
    });
  }

  /** Closes every connection at once, and waits for the event loop's end. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    if (tls != null) {
      tls.close();
    }
  }

  // Keeps the name as it was given: the server's certificate must have it.
  private static InetAddress address(String host) throws IOException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("no such host: " + host, e);
    }
  }

  private void begin(RunSpec spec, RunListener listener, CompletableFuture<RunOutcome> outcome) {
    Bot[] bots = users.snapshot();
    if (bots.length == 0) {
      throw new IllegalStateException("no user is registered");
    }
    Bot[] all = spec.workload().attendance().ramp() == null ? bots : withComing(bots, spec.users());
    LoadPlan plan =
        new WorkloadPlan(
            spec.workload(), spec.seed(), spec.actionsPerSecond(), all.length, bots.length);
    LoadRun.Context on =
        new LoadRun.Context(loop, clock, traffic, presence, statistics, usageMeter);
    LoadRun.Finish finish = measured -> outcome.complete(result(bots.length, measured));
    current = new LoadRun(on, all, plan, spec, listener, finish);
    current.begin();
  }

  // Those who register during the run have their places and names already.
  private Bot[] withComing(Bot[] present, int count) {
    Bot[] all = Arrays.copyOf(present, Math.max(present.length, count));
    for (int i = present.length; i < all.length; i++) {
      all[i] = users.create();
      all[i].away = true;
    }
    return all;
  }

  private RunOutcome result(int userCount, LoadRun.Measured measured) {
    current = null;
    RunOutcome result =
        new RunOutcome(
            userCount,
            users.registered(),
            statistics.outcomes(),
            statistics.sendLag(),
            measured.windowSeconds(),
            statistics.deliveredInWindow(),
            users.takeDropped(),
            measured.backlog(),
            measured.usage(),
            OpenFiles.count(),
            measured.intervals(),
            statistics.anomalies(),
            List.of());
    statistics.reset();
    return result;
  }

  private void onLoop(CompletableFuture<?> outcome, Runnable task) {
    loop.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        outcome.completeExceptionally(e);
      }
    });
  }

  private final class Inbound implements ConnectionListener {
    @Override
    public void payload(Bot bot, int worker, long sequence, boolean toEveryone) {
      traffic.payload(bot, worker, sequence, toEveryone);
    }

    @Override
    public void unavailable(Bot bot, String name) {
      traffic.unavailable(bot, name);
    }

    @Override
    public void reply(Bot bot, String text) {
      traffic.reply(bot, text);
    }

    @Override
    public void chat(String sender) {
      traffic.chat(sender);
    }

    @Override
    public void invalid(Bot bot, String reason) {
      statistics.anomaly("times the server sent " + reason);
    }

    @Override
    public void ended(Bot bot, boolean wanted) {
      presence.ended(bot, wanted);
    }
  }
}
