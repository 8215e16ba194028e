package dev.hubbub.bots.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.ToyServer.Fate;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workloads;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Duration GROWTH_MAX = Duration.ofSeconds(20);
  private static final long MILLI = 1_000_000;

  /** 50 messages in the settle, 150 in the window. */
  private static final RunSpec DIRECT =
      new RunSpec(500, 100 * MILLI, 300 * MILLI, 5_000 * MILLI, 42, Workloads.of("direct", 1), 10);

  @Test
  void users_register_and_leave() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      GrowOutcome grown = grow(engine, 40);
      GrowOutcome shrunk = grow(engine, 15);
      GrowOutcome again = grow(engine, 20);

      assertThat(grown.users()).isEqualTo(40);
      assertThat(grown.counts()).isEqualTo(new ConnectionCounts(40, 0, 0, 0));
      assertThat(LatencyRecorder.decode(grown.registration()).count()).isEqualTo(40);
      assertThat(grown.firstError()).isNull();
      assertThat(shrunk.users()).isEqualTo(15);
      assertThat(shrunk.counts()).isEqualTo(ConnectionCounts.NONE);
      assertThat(again.counts()).isEqualTo(new ConnectionCounts(5, 0, 0, 0));
    }
  }

  @Test
  void a_full_server_is_told_apart_from_other_failures() throws Exception {
    try (ToyServer server = ToyServer.fullWith(6);
        Engine engine = engine(server.port())) {
      GrowOutcome grown = grow(engine, 10);

      assertThat(grown.users()).isEqualTo(6);
      assertThat(grown.counts()).isEqualTo(new ConnectionCounts(10, 4, 4, 0));
      assertThat(grown.firstError()).contains("Server full");
    }
  }

  @Test
  void where_nobody_listens_every_connection_fails_and_the_rest_is_not_tried() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Engine engine = engine(port)) {
      GrowOutcome grown = grow(engine, 1_000);

      assertThat(grown.users()).isZero();
      assertThat(grown.counts().failed())
          .isEqualTo(grown.counts().attempted())
          .isBetween(100L, 200L);
      assertThat(grown.firstError()).contains("Connection refused");
    }
  }

  @Test
  void a_server_that_says_nothing_is_not_waited_for_for_ever() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Engine engine = engine(silent.getLocalPort(), 100)) {
      GrowOutcome grown = grow(engine, 3);

      assertThat(grown.counts()).isEqualTo(new ConnectionCounts(3, 3, 0, 0));
      assertThat(grown.firstError()).isEqualTo("no welcome within 100 ms");
    }
  }

  @Test
  void every_message_that_is_due_is_sent_and_arrives() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome = run(engine, DIRECT);

      assertThat(counts(outcome, Action.DIRECT))
          .isEqualTo(new MessageCounts(150, 150, 150, 0, 0, 0, 0, 0));
      assertThat(outcome.anomalies()).isEmpty();
      assertThat(outcome.dropped()).isZero();
      assertThat(outcome.users()).isEqualTo(10);
      assertThat(outcome.usersAtEnd()).isEqualTo(10);
      assertThat(outcome.windowSeconds()).isEqualTo(0.3);
      assertThat(outcome.backlog()).hasSize(31);
      assertThat(LatencyRecorder.decode(outcome.sendLag()).count()).isEqualTo(150);
      assertThat(outcome.actions()).hasSize(1);
      assertThat(LatencyRecorder.decode(outcome.actions().getFirst().latency()).count())
          .isEqualTo(150);
    }
  }

  @Test
  void a_user_that_is_alone_writes_to_itself() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 1);

      assertThat(counts(run(engine, DIRECT), Action.DIRECT).delivered()).isEqualTo(150);
    }
  }

  @Test
  void messages_that_the_server_drops_are_lost_whenever_they_were_due() throws Exception {
    try (ToyServer server = ToyServer.with((n, to) -> n % 10 == 0 ? Fate.DROP : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      MessageCounts counts = counts(run(engine, quick(DIRECT)), Action.DIRECT);

      assertThat(counts).isEqualTo(new MessageCounts(150, 150, 135, 0, 20, 0, 0, 0));
    }
  }

  @Test
  void copies_are_counted() throws Exception {
    try (ToyServer server = ToyServer.with((n, to) -> n % 10 == 0 ? Fate.TWICE : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      MessageCounts counts = counts(run(engine, DIRECT), Action.DIRECT);

      assertThat(counts).isEqualTo(new MessageCounts(150, 150, 150, 0, 0, 20, 0, 0));
    }
  }

  @Test
  void messages_that_change_places_are_counted() throws Exception {
    // Alone, so that all messages are of one pair.
    try (ToyServer server = ToyServer.with((n, to) -> n % 10 == 0 ? Fate.AFTER_NEXT : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 1);
      MessageCounts counts = counts(run(engine, DIRECT), Action.DIRECT);

      assertThat(counts).isEqualTo(new MessageCounts(150, 150, 150, 0, 0, 0, 20, 0));
    }
  }

  @Test
  void a_message_that_arrives_after_its_drain_is_lost_in_its_run_and_late_in_the_next()
      throws Exception {
    // The last of the first run is kept until one of the second has gone.
    try (ToyServer server = ToyServer.with((n, to) -> n == 199 ? Fate.AFTER_NEXT : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 1);
      MessageCounts first = counts(run(engine, quick(DIRECT)), Action.DIRECT);
      MessageCounts second = counts(run(engine, DIRECT), Action.DIRECT);

      assertThat(first).isEqualTo(new MessageCounts(150, 150, 149, 0, 1, 0, 0, 0));
      assertThat(second).isEqualTo(new MessageCounts(150, 150, 150, 0, 0, 0, 0, 1));
    }
  }

  @Test
  void messages_that_the_server_refuses_are_not_lost() throws Exception {
    try (ToyServer server = ToyServer.with((n, to) -> n % 10 == 0 ? Fate.REFUSE : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      MessageCounts counts = counts(run(engine, DIRECT), Action.DIRECT);

      assertThat(counts).isEqualTo(new MessageCounts(150, 150, 135, 15, 0, 0, 0, 0));
    }
  }

  @Test
  void messages_at_the_wrong_user_are_lost_and_said_so() throws Exception {
    try (ToyServer server =
            ToyServer.with((n, to) -> n % 10 == 0 ? Fate.TO_SOMEBODY_ELSE : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome = run(engine, quick(DIRECT));

      assertThat(counts(outcome, Action.DIRECT).lost()).isEqualTo(20);
      assertThat(outcome.anomalies())
          .containsExactly(
              Map.entry("messages arrived at a user whom they were not meant for", 20L));
    }
  }

  @Test
  void a_user_that_is_thrown_out_is_dropped_and_replaced_by_the_next_growth() throws Exception {
    try (ToyServer server = ToyServer.with((n, to) -> n == 60 ? Fate.CLOSE_RECEIVER : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome = run(engine, quick(DIRECT));

      assertThat(outcome.dropped()).isOne();
      assertThat(outcome.usersAtEnd()).isEqualTo(9);
      assertThat(counts(outcome, Action.DIRECT).lost()).isPositive();
      assertThat(grow(engine, 10).counts()).isEqualTo(new ConnectionCounts(1, 0, 0, 0));
    }
  }

  @Test
  void a_run_that_is_ended_early_tells_what_it_measured() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      CountDownLatch started = new CountDownLatch(1);
      RunSpec long_ =
          new RunSpec(
              1_000, 0, 3_600_000 * MILLI, 5_000 * MILLI, 42, Workloads.of("direct", 1), 10);
      CompletableFuture<RunOutcome> running = engine.run(long_, new Listener(started));
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      engine.finishRun();
      RunOutcome outcome = running.get(20, TimeUnit.SECONDS);

      MessageCounts counts = counts(outcome, Action.DIRECT);
      assertThat(outcome.windowSeconds()).isLessThan(60);
      assertThat(counts.sent()).isEqualTo(counts.offered()).isEqualTo(counts.delivered());
    }
  }

  @Test
  void nobody_can_send_where_nobody_is_registered() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      assertThat(engine.run(DIRECT, new Listener(null)))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withMessageContaining("no user is registered");
    }
  }

  @Test
  void a_swarm_does_everything_and_loses_nothing() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 20);
      RunOutcome outcome = run(engine, swarm());

      assertThat(outcome.anomalies()).isEmpty();
      assertThat(outcome.dropped()).isZero();
      assertThat(outcome.usersAtEnd()).isEqualTo(20);
      assertThat(outcome.actions())
          .extracting(ActionOutcome::action)
          .containsExactly(
              Action.DIRECT,
              Action.SHOUT,
              Action.TIME,
              Action.LIST,
              Action.HELP,
              Action.UNKNOWN_USER,
              Action.EVERYONE,
              Action.LEAVE,
              Action.RETURN,
              Action.SHOUT_COPY);
      for (ActionOutcome action : outcome.actions()) {
        MessageCounts counts = action.counts();
        assertThat(counts.sent()).as(action.action().label()).isEqualTo(counts.offered());
        assertThat(counts.delivered() + counts.refused())
            .as(action.action().label())
            .isEqualTo(counts.offered());
        assertThat(counts.lost() + counts.duplicated() + counts.reordered()).isZero();
      }
      assertThat(counts(outcome, Action.UNKNOWN_USER).refused()).isZero();
    }
  }

  @Test
  void a_swarm_notices_replies_and_copies_that_never_come() throws Exception {
    AtomicInteger copies = new AtomicInteger();
    AtomicInteger replies = new AtomicInteger();
    try (ToyServer server =
            ToyServer.with((n, to) ->
                (to.equals("/time") && replies.getAndIncrement() % 2 == 0)
                        || (to.equals("Everyone") && copies.getAndIncrement() % 10 == 0)
                    ? Fate.DROP
                    : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 20);
      RunOutcome outcome = run(engine, quick(weighted(Map.of(Action.TIME, 1, Action.SHOUT, 1))));

      assertThat(counts(outcome, Action.TIME).lost()).isEqualTo((replies.get() + 1) / 2);
      assertThat(counts(outcome, Action.SHOUT_COPY).lost()).isEqualTo((copies.get() + 9) / 10);
      assertThat(counts(outcome, Action.SHOUT).lost()).isZero();
    }
  }

  @Test
  void users_of_a_ramp_register_while_others_act() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome =
          run(engine, of("{'weights': {'direct': 1}, 'ramp': '10/100ms'}", 40, 1_000));

      assertThat(counts(outcome, Action.JOIN))
          .isEqualTo(new MessageCounts(30, 30, 30, 0, 0, 0, 0, 0));
      assertThat(outcome.usersAtEnd()).isEqualTo(40);
      assertThat(outcome.anomalies()).isEmpty();
      MessageCounts direct = counts(outcome, Action.DIRECT);
      assertThat(direct.delivered() + direct.refused()).isEqualTo(direct.offered()).isPositive();
    }
  }

  @Test
  void in_a_storm_all_users_come_back_and_nothing_is_lost() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 20);
      RunOutcome outcome =
          run(engine, of("{'weights': {'direct': 1}, 'storm': '400ms'}", 20, 1_000));

      assertThat(counts(outcome, Action.LEAVE).delivered()).isEqualTo(40);
      assertThat(counts(outcome, Action.RETURN).delivered()).isEqualTo(40);
      assertThat(counts(outcome, Action.DIRECT).lost()).isZero();
      assertThat(outcome.dropped()).isZero();
      assertThat(outcome.usersAtEnd()).isEqualTo(20);
    }
  }

  @Test
  void what_a_slow_reader_gets_is_told_apart_and_so_is_its_end() throws Exception {
    // The first two of ten read slowly; the server closes the receiver of the 60th message.
    try (ToyServer server =
            ToyServer.with((n, to) ->
                to.endsWith("-0") && n > 60 && n < 90 ? Fate.CLOSE_RECEIVER : Fate.PASS);
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome =
          run(
              engine,
              quick(
                  of(
                      "{'weights': {'direct': 1}, 'slow-readers': 0.2, 'slow-read': 500}",
                      10,
                      1_000)));

      MessageCounts slow = counts(outcome, Action.SLOW_READER);
      MessageCounts direct = counts(outcome, Action.DIRECT);
      assertThat(direct.offered() + slow.offered()).isEqualTo(400);
      assertThat(slow.offered()).isPositive();
      assertThat(direct.delivered()).isEqualTo(direct.offered());
      assertThat(counts(outcome, Action.CUT_OFF).delivered()).isPositive();
      assertThat(outcome.dropped()).isZero();
      assertThat(outcome.usersAtEnd()).isEqualTo(10);
    }
  }

  @Test
  void a_slow_reader_reads_no_faster_than_it_is_told_to() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 2);
      // 40 messages of 2,000 bytes would take it 80 s: all come after the load has ended.
      RunOutcome outcome =
          run(
              engine,
              new RunSpec(
                  40,
                  0,
                  1_000 * MILLI,
                  10_000 * MILLI,
                  42,
                  Workloads.json(
                      "{'weights': {'direct': 1}, 'slow-readers': 0.5, 'slow-read': 1000,"
                          + " 'payload': 2000}"),
                  2));

      assertThat(counts(outcome, Action.SLOW_READER).delivered()).isEqualTo(40);
      assertThat(outcome.deliveredInWindow()).isLessThan(10);
    }
  }

  @Test
  void sizes_are_those_of_the_plan() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome =
          run(engine, of("{'weights': {'direct': 1}, 'payload': 'uniform:24-60000'}", 10, 500));

      assertThat(counts(outcome, Action.DIRECT))
          .isEqualTo(new MessageCounts(200, 200, 200, 0, 0, 0, 0, 0));
      assertThat(outcome.anomalies()).isEmpty();
    }
  }

  @Test
  void answers_after_the_reply_time_out_are_said_so() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunOutcome outcome =
          run(engine, of("{'weights': {'everyone': 1}, 'reply-timeout': '0.000001ms'}", 10, 500));

      assertThat(counts(outcome, Action.EVERYONE).delivered()).isEqualTo(200);
      assertThat(outcome.anomalies()).containsEntry("answers came after the reply time-out", 200L);
    }
  }

  private static RunSpec of(String workload, int users, long windowMs) {
    return new RunSpec(
        400, 0, windowMs * MILLI, 10_000 * MILLI, 42, Workloads.json(workload), users);
  }

  private static RunSpec swarm() {
    return weighted(
        Map.of(
            Action.DIRECT, 5,
            Action.TIME, 1,
            Action.LIST, 1,
            Action.HELP, 1,
            Action.SHOUT, 1,
            Action.UNKNOWN_USER, 1,
            Action.EVERYONE, 1,
            Action.LEAVE, 1));
  }

  private static RunSpec weighted(Map<Action, Integer> weights) {
    return new RunSpec(400, 0, 1_000 * MILLI, 10_000 * MILLI, 42, Workloads.of(weights), 10);
  }

  // Where something is lost, the run waits for it as long as it may.
  private static RunSpec quick(RunSpec spec) {
    return new RunSpec(
        spec.actionsPerSecond(),
        spec.settleNs(),
        spec.windowNs(),
        2_000 * MILLI,
        spec.seed(),
        spec.workload(),
        spec.users());
  }

  private static Engine engine(int port) throws IOException {
    return engine(port, 10_000);
  }

  private static Engine engine(int port, long connectTimeoutMs) throws IOException {
    return new Engine(
        new EngineConfig("127.0.0.1", port, Protocol.HUBBUB, "testtest", 0, 64, connectTimeoutMs),
        NanoClock.SYSTEM);
  }

  private static GrowOutcome grow(Engine engine, int users) throws Exception {
    return engine.growTo(users, GROWTH_MAX).get(30, TimeUnit.SECONDS);
  }

  private static RunOutcome run(Engine engine, RunSpec spec) throws Exception {
    return engine.run(spec, new Listener(null)).get(30, TimeUnit.SECONDS);
  }

  private static MessageCounts counts(RunOutcome outcome, Action action) {
    return outcome.actions().stream()
        .filter(a -> a.action() == action)
        .map(ActionOutcome::counts)
        .findFirst()
        .orElse(MessageCounts.NONE);
  }

  private record Listener(@Nullable CountDownLatch started) implements RunListener {
    @Override
    public void windowStarted() {
      if (started != null) {
        started.countDown();
      }
    }

    @Override
    public void windowEnded() {}

    @Override
    public void progress(long sent, long delivered, @Nullable Double p99Ms) {}
  }
}
