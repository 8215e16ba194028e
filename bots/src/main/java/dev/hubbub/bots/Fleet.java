package dev.hubbub.bots;

import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.engine.RunSpec;
import dev.hubbub.bots.worker.WorkerCommand;
import dev.hubbub.bots.worker.WorkerEvent;
import dev.hubbub.bots.worker.WorkerProgram;
import dev.hubbub.bots.workload.Workload;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Users at a server, held by worker processes: registers them, puts loads on them, and says what
 * came of it.
 *
 * <p>A worker holds as many users as it may open files; when more are asked for, another one is
 * started. Where a worker fails, so does what is going on, with an {@link IOException}; where it
 * ends, with a {@link WorkerLostException}: a figure without its share would be wrong. For one
 * thread, {@link #finishEarly} aside.
 */
public final class Fleet implements LoadGenerator, AutoCloseable {
  /** On top of what was asked for, until a worker counts as stuck. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  private static final int TOKEN_LENGTH = 8;
  private static final int TOKEN_RADIX = 36;

  private final FleetConfig config;
  private final Mailbox mailbox = new Mailbox();
  private final WorkerPool workers;
  private final Map<Integer, Integer> users = new HashMap<>();
  private final SplittableRandom stepSeeds;

  private Fleet(FleetConfig config, int usersPerWorkerMax) {
    this.config = config;
    this.workers = new WorkerPool(config, newToken(), mailbox, usersPerWorkerMax);
    this.stepSeeds = new SplittableRandom(config.seed());
  }

  /**
   * A fleet without users.
   *
   * @throws IOException if a worker can't be started or the host's name can't be resolved
   */
  public static Fleet start(FleetConfig config) throws IOException {
    return start(config, Integer.MAX_VALUE);
  }

  /** A fleet whose workers hold at most so many users each. */
  static Fleet start(FleetConfig config, int usersPerWorkerMax) throws IOException {
    Fleet fleet = new Fleet(config, usersPerWorkerMax);
    try {
      fleet.workers.start();
      return fleet;
    } catch (IOException | RuntimeException e) {
      fleet.close();
      throw e;
    } catch (InterruptedException e) {
      fleet.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a worker was starting");
    }
  }

  /** Flags of the workers' JVMs. */
  public static List<String> workerJvmFlags() {
    return WorkerProgram.JVM_FLAGS;
  }

  /**
   * Registers or disconnects users until so many are registered, or can't be. Each missing user is
   * tried once; after a hundred failures in a row, or when the time is up, the rest is not tried.
   *
   * @param progress gets the number registered so far, about every 200 ms
   * @throws IOException if a worker fails
   */
  @Override
  public Growth growTo(int target, Duration timeout, IntConsumer progress)
      throws IOException, InterruptedException {
    if (target < 0) {
      throw new IllegalArgumentException("'users' must not be negative, got: " + target);
    }
    workers.makeRoomFor(target);
    return grow(workers.shares(target), timeout, null, progress);
  }

  /**
   * Registers users until so many are registered, as fast as the server takes them in.
   *
   * @param underWayMax users of a worker that may be on their way at a time, whatever the protocol
   * @throws IOException if a worker fails
   */
  public Growth register(int target, int underWayMax, Duration timeout)
      throws IOException, InterruptedException {
    workers.makeRoomFor(target);
    return grow(workers.shares(target), timeout, underWayMax, now -> {});
  }

  /**
   * Registers those of so many users that a workload wants there when it begins; the others come
   * during it.
   *
   * @throws IOException if a worker fails
   */
  Growth growFor(Workload workload, int all, Duration timeout, IntConsumer progress)
      throws IOException, InterruptedException {
    workers.makeRoomFor(all);
    List<Integer> atStart =
        workers.shares(all).stream()
            .map(share -> share == 0 ? 0 : workload.share((double) share / all).atStart(share))
            .toList();
    return grow(atStart, timeout, null, progress);
  }

  private Growth grow(
      List<Integer> shares, Duration timeout, @Nullable Integer underWayMax, IntConsumer progress)
      throws IOException, InterruptedException {
    long startNs = System.nanoTime();
    Set<Integer> growing = new HashSet<>();
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i) > 0 || usersOf(i) > 0) {
        workers.tell(i, new WorkerCommand.Grow(shares.get(i), timeout.toMillis(), underWayMax));
        growing.add(i);
      }
    }
    Map<Integer, WorkerEvent.Grown> grown =
        mailbox.await(
            WorkerEvent.Grown.class,
            growing,
            timeout.plus(config.connectTimeout()).plus(ANSWER_MAX),
            (worker, event) -> noteRegistered(worker, event, progress));
    grown.forEach((worker, event) -> users.put(worker, event.outcome().users()));
    List<GrowOutcome> parts = grown.values().stream().map(WorkerEvent.Grown::outcome).toList();
    return Outcomes.growth(parts, users(), (System.nanoTime() - startNs) / 1e9);
  }

  /** Registered users, as of the end of the last growth or step. */
  @Override
  public int users() {
    return users.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Users that one worker can hold; more need further workers, which start by themselves. */
  public int usersPerWorkerMax() {
    return workers.usersPerWorkerMax();
  }

  /**
   * Runs one step: a constant load of the fleet's workload.
   *
   * @throws IOException if no user is registered or a worker fails
   */
  @Override
  public StepMeasurement measure(StepPlan plan, WindowListener listener)
      throws IOException, InterruptedException {
    RunSpec whole =
        new RunSpec(
            plan.messagesPerSecond(),
            plan.settle().toNanos(),
            plan.window().toNanos(),
            plan.drainMax().toNanos(),
            0,
            config.workload(),
            users());
    return new Outcomes(run(whole, registered(), listener)).step();
  }

  /**
   * Lets the users do what a workload says.
   *
   * @throws IOException if no user is registered or a worker fails
   */
  public SwarmMeasurement swarm(SwarmSpec spec, WindowListener listener)
      throws IOException, InterruptedException {
    boolean ramp = spec.workload().attendance().ramp() != null;
    RunSpec whole =
        new RunSpec(
            spec.actionsPerSecond(),
            0,
            spec.duration().toNanos(),
            spec.drainMax().toNanos(),
            0,
            spec.workload(),
            ramp ? spec.users() : users());
    List<Integer> parts = ramp ? workers.shares(spec.users()) : registered();
    return new Outcomes(run(whole, parts, listener)).swarm();
  }

  /**
   * Ends the load that runs, if one does; its drain follows, and what was measured so far is its
   * result. Any thread may call.
   */
  public void finishEarly() throws IOException {
    workers.tellAll(new WorkerCommand.Finish());
  }

  /** Lets all users leave, and stops the workers. */
  @Override
  public void close() {
    workers.close();
    users.clear();
  }

  private List<Integer> registered() {
    return IntStream.range(0, workers.size()).mapToObj(this::usersOf).toList();
  }

  private Collection<RunOutcome> run(RunSpec whole, List<Integer> parts, WindowListener listener)
      throws IOException, InterruptedException {
    if (users() == 0) {
      throw new IOException("no user is registered, so there is nobody to send");
    }
    SplittableRandom seeds = stepSeeds.split();
    Set<Integer> running = new HashSet<>();
    for (int i = 0; i < workers.size(); i++) {
      long seed = seeds.nextLong();
      if (usersOf(i) > 0) {
        workers.tell(i, new WorkerCommand.Run(whole.share(parts.get(i), seed)));
        running.add(i);
      }
    }
    Duration planned = Duration.ofNanos(whole.settleNs() + whole.windowNs() + whole.drainNsMax());
    RunProgress progress = new RunProgress(running, listener);
    Map<Integer, WorkerEvent.Ran> ran =
        mailbox.await(WorkerEvent.Ran.class, running, planned.plus(ANSWER_MAX), progress::note);
    ran.forEach((worker, event) -> users.put(worker, event.outcome().usersAtEnd()));
    return ran.values().stream().map(WorkerEvent.Ran::outcome).toList();
  }

  private void noteRegistered(int worker, WorkerEvent event, IntConsumer progress) {
    if (event instanceof WorkerEvent.Registered registered) {
      users.put(worker, registered.users());
      progress.accept(users());
    }
  }

  private int usersOf(int worker) {
    return users.getOrDefault(worker, 0);
  }

  // Not from the seed: two runs with the same seed must be able to share a server.
  private static String newToken() {
    SecureRandom random = new SecureRandom();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      token.append(Character.forDigit(random.nextInt(TOKEN_RADIX), TOKEN_RADIX));
    }
    return token.toString();
  }
}
