package dev.hubbub.bots.engine;

import static dev.hubbub.bots.engine.EngineRuns.MILLI;
import static dev.hubbub.bots.engine.EngineRuns.counts;
import static dev.hubbub.bots.engine.EngineRuns.engine;
import static dev.hubbub.bots.engine.EngineRuns.grow;
import static dev.hubbub.bots.engine.EngineRuns.quick;
import static dev.hubbub.bots.engine.EngineRuns.run;
import static dev.hubbub.bots.engine.EngineRuns.swarm;
import static dev.hubbub.bots.engine.EngineRuns.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.engine.ToyServer.Fate;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workloads;
import dev.hubbub.measure.result.MessageCounts;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What else than direct messages users do. */
class EngineWorkloadTest {
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
          run(engine, EngineRuns.of("{'weights': {'direct': 1}, 'ramp': '10/100ms'}", 40, 1_000));

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
          run(engine, EngineRuns.of("{'weights': {'direct': 1}, 'storm': '400ms'}", 20, 1_000));

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
                  EngineRuns.of(
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
          run(
              engine,
              EngineRuns.of("{'weights': {'direct': 1}, 'payload': 'uniform:24-60000'}", 10, 500));

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
          run(
              engine,
              EngineRuns.of(
                  "{'weights': {'everyone': 1}, 'reply-timeout': '0.000001ms'}", 10, 500));

      assertThat(counts(outcome, Action.EVERYONE).delivered()).isEqualTo(200);
      assertThat(outcome.anomalies()).containsEntry("answers came after the reply time-out", 200L);
    }
  }

  @Test
  void of_a_message_to_everyone_the_copies_count_when_it_was_due_in_the_window() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Engine engine = engine(server.port())) {
      grow(engine, 10);
      RunSpec spec =
          new RunSpec(
              40, 500 * MILLI, 500 * MILLI, 10_000 * MILLI, 42, Workloads.of("shout", 1), 10);

      RunOutcome outcome = run(engine, spec);

      assertThat(counts(outcome, Action.SHOUT).offered()).isEqualTo(20);
      assertThat(counts(outcome, Action.SHOUT_COPY))
          .isEqualTo(new MessageCounts(180, 180, 180, 0, 0, 0, 0, 0));
    }
  }
}
