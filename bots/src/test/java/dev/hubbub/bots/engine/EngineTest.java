package dev.hubbub.bots.engine;

import static dev.hubbub.bots.engine.EngineRuns.MILLI;
import static dev.hubbub.bots.engine.EngineRuns.counts;
import static dev.hubbub.bots.engine.EngineRuns.engine;
import static dev.hubbub.bots.engine.EngineRuns.grow;
import static dev.hubbub.bots.engine.EngineRuns.quick;
import static dev.hubbub.bots.engine.EngineRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.engine.ToyServer.Fate;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workloads;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Users and direct messages. */
class EngineTest {
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
      CompletableFuture<RunOutcome> running = engine.run(long_, new EngineRuns.Listener(started));
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
      assertThat(engine.run(DIRECT, new EngineRuns.Listener(null)))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withMessageContaining("no user is registered");
    }
  }
}
