package dev.hubbub.bots.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.search.Steps.Measured;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.SloLimits;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SloTest {
  private final Slo slo = new Slo(SloLimits.DEFAULT);

  static Stream<Arguments> stepsThatHold() {
    return Stream.of(
        holds("a sound step", Steps.grown(), new Measured()),
        holds(
            "one failure in a thousand",
            Steps.growth(new ConnectionCounts(1_000, 1, 0, 0), 999, "reset"),
            new Measured()),
        holds(
            "a server that refuses what is over its maximum",
            Steps.growth(new ConnectionCounts(1_000, 300, 300, 0), 700, "Server full."),
            new Measured()),
        holds("no growth at all", Steps.growth(ConnectionCounts.NONE, 1_000, null), new Measured()),
        holds(
            "99 % delivered and nothing lost",
            Steps.grown(),
            new Measured().messages(new MessageCounts(10_000, 10_000, 9_900, 0, 0, 0, 0, 0))),
        holds(
            "a p99 of exactly the limit",
            Steps.grown(),
            new Measured().latency(Steps.p99(50.0, 400))),
        holds(
            "a small sample whose maximum is within the limit",
            Steps.grown(),
            new Measured().latency(Steps.p99(null, 49))));
  }

  @ParameterizedTest
  @MethodSource("stepsThatHold")
  void holds_with(Growth growth, Measured step) {
    assertThat(slo.judge(Steps.USERS, growth, step.step())).isEmpty();
  }

  static Stream<Arguments> stepsThatFail() {
    Growth grown = Steps.grown();
    return Stream.of(
        fails(
            "more than one failure in a thousand",
            Steps.growth(new ConnectionCounts(1_000, 2, 0, 0), 998, "connection reset"),
            new Measured(),
            new SloFailure("registration failures", "0.1 %", "2 of 1000 (connection reset)")),
        fails(
            "users that were never answered",
            Steps.growth(new ConnectionCounts(1_000, 0, 0, 0), 600, null),
            new Measured(),
            new SloFailure("registration failures", "0.1 %", "400 of 1000")),
        fails(
            "a user dropped while the load ran",
            grown,
            new Measured().dropped(1),
            new SloFailure("unexpected disconnects", "0", "1")),
        fails(
            "users dropped while others joined",
            Steps.growth(new ConnectionCounts(1_000, 0, 0, 3), 1_000, null),
            new Measured(),
            new SloFailure("unexpected disconnects", "0", "3")),
        fails(
            "a lost message",
            grown,
            new Measured().messages(new MessageCounts(10_000, 10_000, 9_999, 0, 1, 0, 0, 0)),
            new SloFailure("lost messages", "0", "1")),
        fails(
            "a duplicated message",
            grown,
            new Measured().messages(new MessageCounts(10_000, 10_000, 10_000, 0, 0, 2, 0, 0)),
            new SloFailure("duplicated messages", "0", "2")),
        fails(
            "a reordered message",
            grown,
            new Measured().messages(new MessageCounts(10_000, 10_000, 10_000, 0, 0, 0, 5, 0)),
            new SloFailure("reordered messages", "0", "5")),
        fails(
            "less than 99 % delivered",
            grown,
            new Measured().messages(new MessageCounts(10_000, 9_000, 9_000, 0, 0, 0, 0, 0)),
            new SloFailure("delivered messages", "99 % of offered", "90 % of 10000")),
        fails(
            "a p99 over the limit",
            grown,
            new Measured().latency(Steps.p99(83.2, 400)),
            new SloFailure("p99 latency", "50 ms", "83 ms")),
        fails(
            "a small sample whose maximum is over the limit",
            grown,
            new Measured().latency(Steps.p99(null, 61)),
            new SloFailure("latency", "50 ms", "61 ms")),
        fails(
            "a backlog that grows",
            grown,
            new Measured().backlogGrowing(),
            new SloFailure("backlog", "not growing", "3 to 900 messages")));
  }

  @ParameterizedTest
  @MethodSource("stepsThatFail")
  void fails_with(Growth growth, Measured step, SloFailure failure) {
    assertThat(slo.judge(Steps.USERS, growth, step.step())).containsExactly(failure);
  }

  @Test
  void every_clause_that_fails_is_named() {
    StepMeasurement step =
        new Measured()
            .messages(new MessageCounts(10_000, 10_000, 5_000, 0, 5_000, 0, 0, 0))
            .latency(Steps.p99(900.0, 1_000))
            .backlogGrowing()
            .step();

    assertThat(slo.judge(Steps.USERS, Steps.grown(), step))
        .extracting(SloFailure::clause)
        .containsExactly("lost messages", "delivered messages", "p99 latency", "backlog");
  }

  @Test
  void the_limits_are_those_that_were_given() {
    Slo strict = new Slo(new SloLimits(0, 1, 3));

    assertThat(strict.judge(Steps.USERS, Steps.grown(), Steps.sound()))
        .containsExactly(new SloFailure("p99 latency", "3.0 ms", "4.0 ms"));
  }

  private static Arguments holds(String name, Growth growth, Measured step) {
    return argumentSet(name, growth, step);
  }

  private static Arguments fails(String name, Growth growth, Measured step, SloFailure failure) {
    return argumentSet(name, growth, step, failure);
  }
}
