package dev.hubbub.gatling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.gatling.engine.ExpectedReplies.Expected;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectedRepliesTest {
  private final ExpectedReplies replies = new ExpectedReplies();
  private final List<String> told = new ArrayList<>();

  @Test
  void requests_are_answered_in_their_order() {
    sent("first", null);
    sent("second", null);

    says("a", "b", "c");

    assertThat(told).containsExactly("first: a", "second: b");
  }

  @Test
  void a_refusal_is_for_the_delivery_that_was_sent_before_the_request() {
    sent("delivery", "gone");
    sent("request", null);

    says("gone", "gone");

    assertThat(told).containsExactly("delivery: gone", "request: gone");
  }

  @Test
  void the_refusal_of_what_has_arrived_is_for_whoever_asks_next() {
    Expected delivery = sent("delivery", "gone");
    replies.arrived(delivery);
    sent("request", null);

    says("gone");

    assertThat(told).containsExactly("request: gone");
  }

  @Test
  void each_of_several_deliveries_has_its_refusal() {
    sent("one", "one is gone");
    sent("two", "two is gone");
    sent("request", null);

    says("one is gone", "two is gone", "hello");

    assertThat(told).containsExactly("one: one is gone", "two: two is gone", "request: hello");
  }

  @Test
  void of_deliveries_that_are_refused_alike_the_last_is_the_one_that_waits() {
    sent("timed out", "gone");
    sent("waiting", "gone");

    says("gone", "gone");

    assertThat(told).containsExactly("waiting: gone", "timed out: gone");
  }

  @Test
  void a_later_answer_says_that_a_delivery_was_not_refused() {
    sent("delivery", "gone");
    sent("first", null);
    says("hello");
    sent("second", null);

    says("gone");

    assertThat(told).containsExactly("first: hello", "second: gone");
  }

  @Test
  void of_too_many_deliveries_the_oldest_is_forgotten_and_no_request() {
    sent("request", null);
    for (int i = 0; i <= ExpectedReplies.DELIVERIES_MAX; i++) {
      sent("delivery " + i, "gone");
    }

    replies.lose("over");

    assertThat(told)
        .hasSize(1 + ExpectedReplies.DELIVERIES_MAX)
        .startsWith("request: over", "delivery 1: over")
        .doesNotContain("delivery 0: over");
  }

  private Expected sent(String name, @Nullable String refusal) {
    Expected expected =
        new Expected(
            refusal,
            reply -> told.add(name + ": " + reply.msg()),
            reason -> told.add(name + ": " + reason));
    replies.add(expected);
    return expected;
  }

  private void says(String... texts) {
    for (String text : texts) {
      replies.accept(new Message(Sender.SERVER, "someone", text));
    }
  }
}
