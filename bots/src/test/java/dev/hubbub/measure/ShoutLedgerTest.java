package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.ShoutLedger.Copies;
import dev.hubbub.measure.ShoutLedger.Copy;
import org.junit.jupiter.api.Test;

class ShoutLedgerTest {
  private final ShoutLedger ledger = new ShoutLedger();

  @Test
  void everyone_on_line_is_promised_a_copy() {
    ledger.sent(5, 0, 2, 77);
    assertThat(ledger.arrived(5, 1)).isEqualTo(Copy.FIRST);
    assertThat(ledger.isComplete()).isFalse();
    assertThat(ledger.arrived(5, 2)).isEqualTo(Copy.FIRST);
    ledger.confirmed(5);

    assertThat(ledger.dueNs(5)).isEqualTo(77);
    assertThat(ledger.isComplete()).isTrue();
    assertThat(ledger.expire()).containsExactly(new Copies(77, 2, 0));
  }

  @Test
  void a_copy_that_is_missing_is_lost() {
    ledger.sent(5, 0, 3, 77);
    ledger.arrived(5, 1);
    ledger.confirmed(5);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 1, 2));
  }

  @Test
  void a_second_copy_at_one_receiver_is_a_duplicate_and_makes_up_for_nothing() {
    ledger.sent(5, 0, 2, 77);
    ledger.arrived(5, 1);
    assertThat(ledger.arrived(5, 1)).isEqualTo(Copy.DUPLICATE);
    ledger.confirmed(5);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 1, 1));
  }

  @Test
  void who_leaves_before_the_confirmation_may_miss_its_copy() {
    ledger.sent(5, 0, 2, 77);
    ledger.left(2);
    ledger.confirmed(5);
    ledger.arrived(5, 1);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 1, 0));
  }

  @Test
  void who_leaves_after_the_confirmation_may_not() {
    ledger.sent(5, 0, 2, 77);
    ledger.confirmed(5);
    ledger.left(2);
    ledger.arrived(5, 1);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 1, 1));
  }

  @Test
  void a_message_that_was_never_confirmed_promises_nothing() {
    ledger.sent(5, 0, 2, 77);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 0, 0));
  }

  @Test
  void who_comes_while_a_message_is_on_the_way_may_have_a_copy_too() {
    ledger.sent(5, 0, 1, 77);
    ledger.arrived(5, 1);
    ledger.arrived(5, 2);
    ledger.confirmed(5);

    assertThat(ledger.expire()).containsExactly(new Copies(77, 2, 0));
  }

  @Test
  void a_copy_of_nothing_is_unknown() {
    assertThat(ledger.arrived(9, 1)).isEqualTo(Copy.UNKNOWN);
  }
}
