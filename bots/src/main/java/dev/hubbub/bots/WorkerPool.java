package dev.hubbub.bots;

import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.worker.WorkerCommand;
import dev.hubbub.bots.worker.WorkerEvent;
import dev.hubbub.bots.worker.WorkerProgram;
import dev.hubbub.cli.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The workers of a fleet: which there are, at which server the users of each are, and how many
 * users each of them holds.
 *
 * <p>On this machine and with one server, one worker holds all users as long as it can: a further
 * one would take processor time from it. With several hosts or servers the users are spread evenly
 * from the start. For one thread, {@link #tellAll} aside.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(30);

  private final FleetConfig config;
  private final String runToken;
  private final Mailbox mailbox;
  private final List<WorkerLink> workers = new CopyOnWriteArrayList<>();
  private int usersPerWorkerMax;

  /** A pool without workers, each of which will hold at most so many users. */
  WorkerPool(FleetConfig config, String runToken, Mailbox mailbox, int usersPerWorkerMax) {
    this.config = config;
    this.runToken = runToken;
    this.mailbox = mailbox;
    this.usersPerWorkerMax = usersPerWorkerMax;
  }

  /** Starts the first workers: at least one for each host and each server. */
  void start() throws IOException, InterruptedException {
    if (!config.cpus().isEmpty() && !WorkerProgram.canPin()) {
      System.err.println("hubbub: the workers are not pinned, for there is no 'taskset' here");
    }
    int wanted = Math.max(1, config.hosts().addresses().size());
    do {
      addOneForEachTarget();
    } while (workers.size() < wanted);
  }

  /** Starts further workers where these can't hold so many users. */
  void makeRoomFor(int users) throws IOException, InterruptedException {
    while ((long) workers.size() * usersPerWorkerMax < users) {
      System.err.printf(
          "hubbub: %d users need another worker process: one holds %d, as many as the files that it"
              + " may open%n",
          users, usersPerWorkerMax);
      addOneForEachTarget();
    }
  }

  /** How many of so many users each worker holds. */
  List<Integer> shares(int users) {
    boolean evenly = config.targets().size() > 1 || !config.hosts().isEmpty();
    List<Integer> shares = new ArrayList<>();
    for (int i = 0, left = users; i < workers.size(); i++) {
      int share =
          evenly
              ? users / workers.size() + (i < users % workers.size() ? 1 : 0)
              : Math.min(left, usersPerWorkerMax);
      left -= share;
      shares.add(share);
    }
    return shares;
  }

  int size() {
    return workers.size();
  }

  /** Users that one worker can hold. */
  int usersPerWorkerMax() {
    return usersPerWorkerMax;
  }

  void tell(int worker, WorkerCommand command) throws IOException {
    try {
      workers.get(worker).send(command);
    } catch (IOException e) {
      throw new WorkerLostException(worker, String.valueOf(e.getMessage()));
    }
  }

  /** Tells every worker. Any thread may call. */
  void tellAll(WorkerCommand command) throws IOException {
    for (WorkerLink worker : workers) {
      worker.send(command);
    }
  }

  /** Lets all users leave, and stops the workers. */
  @Override
  public void close() {
    workers.parallelStream().forEach(WorkerLink::close);
    workers.clear();
  }

  private void addOneForEachTarget() throws IOException, InterruptedException {
    for (HostPort target : config.targets()) {
      add(target);
    }
  }

  private void add(HostPort target) throws IOException, InterruptedException {
    int number = workers.size();
    workers.add(
        config.hosts().isEmpty()
            ? WorkerProcess.start(number, config.cpus(), mailbox)
            : RemoteWorker.borrow(number, config.hosts(), mailbox));
    EngineConfig engine =
        new EngineConfig(
            target.host(),
            target.port(),
            config.protocol(),
            runToken,
            number,
            config.payloadBytes(),
            config.connectTimeout().toMillis(),
            config.tls());
    tell(number, new WorkerCommand.Configure(engine));
    mailbox
        .await(WorkerEvent.Ready.class, Set.of(number), READY_MAX, (other, event) -> {})
        .values()
        .forEach(ready -> usersPerWorkerMax = Math.min(usersPerWorkerMax, ready.usersMax()));
  }
}
