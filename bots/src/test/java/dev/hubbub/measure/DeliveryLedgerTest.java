package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLedgerTest {
  private static final int ALICE = 0;
  private static final int BOB = 1;
  private static final int CAROL = 2;

  private final RecordingDeliveries fate = new RecordingDeliveries();
  private final DeliveryLedger<Integer> ledger = new DeliveryLedger<>(fate);

  @Test
  void a_message_that_arrives_is_delivered_once() {
    long first = send(ALICE, BOB, 1);
    assertThat(ledger.outstanding()).isOne();

    ledger.arrived(first, BOB);

    assertThat(fate.delivered).containsExactly(1);
    assertThat(fate.reordered).isEmpty();
    assertThat(ledger.outstanding()).isZero();
  }

  @Test
  void a_second_copy_is_a_duplicate_and_no_delivery() {
    long first = send(ALICE, BOB, 1);
    ledger.arrived(first, BOB);
    ledger.arrived(first, BOB);
    ledger.arrived(first, BOB);

    assertThat(fate.delivered).containsExactly(1);
    assertThat(fate.duplicated).isEqualTo(2);
  }

  @Test
  void two_that_swap_places_are_one_reordered() {
    long first = send(ALICE, BOB, 1);
    long second = send(ALICE, BOB, 2);
    ledger.arrived(second, BOB);
    ledger.arrived(first, BOB);

    assertThat(fate.delivered).containsExactly(2, 1);
    assertThat(fate.reordered).containsExactly(1);
  }

  @Test
  void one_that_comes_first_overtakes_all_before_it() {
    long first = send(ALICE, BOB, 1);
    long second = send(ALICE, BOB, 2);
    long third = send(ALICE, BOB, 3);
    ledger.arrived(third, BOB);
    ledger.arrived(first, BOB);
    ledger.arrived(second, BOB);

    assertThat(fate.reordered).containsExactly(1, 2);
  }

  @Test
  void one_that_comes_last_is_the_only_reordered() {
    long first = send(ALICE, BOB, 1);
    long second = send(ALICE, BOB, 2);
    long third = send(ALICE, BOB, 3);
    ledger.arrived(second, BOB);
    ledger.arrived(third, BOB);
    ledger.arrived(first, BOB);

    assertThat(fate.reordered).containsExactly(1);
  }

  @Test
  void order_is_that_of_one_sender_and_one_receiver() {
    long toBob = send(ALICE, BOB, 1);
    long toCarol = send(ALICE, CAROL, 2);
    long fromCarol = send(CAROL, BOB, 3);
    ledger.arrived(fromCarol, BOB);
    ledger.arrived(toCarol, CAROL);
    ledger.arrived(toBob, BOB);

    assertThat(fate.delivered).containsExactly(3, 2, 1);
    assertThat(fate.reordered).isEmpty();
  }

  @Test
  void a_duplicate_of_a_later_one_overtakes_nobody() {
    long first = send(ALICE, BOB, 1);
    ledger.arrived(first, BOB);
    long second = send(ALICE, BOB, 2);
    ledger.arrived(first, BOB);
    ledger.arrived(second, BOB);

    assertThat(fate.duplicated).isOne();
    assertThat(fate.reordered).isEmpty();
  }

  @Test
  void what_is_on_the_way_when_the_wait_ends_is_lost() {
    send(ALICE, BOB, 1);
    long second = send(ALICE, BOB, 2);
    ledger.arrived(second, BOB);
    ledger.expire();

    assertThat(fate.lost).containsExactly(1);
    assertThat(ledger.outstanding()).isZero();
  }

  @Test
  void a_lost_message_that_arrives_after_all_is_late_once_and_then_a_duplicate() {
    long first = send(ALICE, BOB, 1);
    ledger.expire();
    ledger.arrived(first, BOB);
    ledger.arrived(first, BOB);

    assertThat(fate.delivered).isEmpty();
    assertThat(fate.late).isOne();
    assertThat(fate.duplicated).isOne();
  }

  @Test
  void a_message_at_the_wrong_user_is_an_anomaly_and_lost() {
    long first = send(ALICE, BOB, 1);
    ledger.arrived(first, CAROL);
    ledger.expire();

    assertThat(fate.misdelivered).isOne();
    assertThat(fate.delivered).isEmpty();
    assertThat(fate.lost).containsExactly(1);
  }

  @Test
  void a_message_at_the_wrong_user_and_at_the_right_one_is_delivered_and_an_anomaly() {
    long first = send(ALICE, BOB, 1);
    ledger.arrived(first, CAROL);
    ledger.arrived(first, BOB);

    assertThat(fate.misdelivered).isOne();
    assertThat(fate.delivered).containsExactly(1);
  }

  @Test
  void a_number_that_was_never_given_is_an_anomaly() {
    ledger.arrived(7, BOB);
    ledger.arrived(-7, BOB);

    assertThat(fate.misdelivered).isEqualTo(2);
  }

  @Test
  void an_error_reply_refuses_the_only_message_on_the_way() {
    send(ALICE, BOB, 1);
    send(ALICE, CAROL, 2);
    ledger.refused(ALICE, BOB);

    assertThat(fate.refused).containsExactly(1);
    assertThat(ledger.outstanding()).isOne();
  }

  @Test
  void an_error_reply_that_comes_before_a_delivery_leaves_the_other_one_refused() {
    long first = send(ALICE, BOB, 1);
    send(ALICE, BOB, 2);
    ledger.refused(ALICE, BOB);
    assertThat(fate.refused).isEmpty();
    assertThat(ledger.outstanding()).isOne();

    ledger.arrived(first, BOB);

    assertThat(fate.delivered).containsExactly(1);
    assertThat(fate.refused).containsExactly(2);
    assertThat(ledger.outstanding()).isZero();
  }

  @Test
  void a_refused_message_before_a_delivered_one_is_not_reordered() {
    send(ALICE, BOB, 1);
    long second = send(ALICE, BOB, 2);
    ledger.arrived(second, BOB);
    ledger.refused(ALICE, BOB);

    assertThat(fate.refused).containsExactly(1);
    assertThat(fate.reordered).isEmpty();
  }

  @Test
  void refusals_and_losses_are_told_apart_when_the_wait_ends() {
    send(ALICE, BOB, 1);
    send(ALICE, BOB, 2);
    send(ALICE, BOB, 3);
    ledger.refused(ALICE, BOB);
    ledger.expire();

    assertThat(fate.refused).hasSize(1);
    assertThat(fate.lost).hasSize(2);
    assertThat(ledger.outstanding()).isZero();
  }

  @Test
  void an_error_reply_about_nothing_is_stray() {
    ledger.refused(ALICE, BOB);

    assertThat(fate.strayRefusals).isOne();
  }

  @Test
  void a_message_that_was_refused_and_arrives_has_one_outcome_too_many() {
    long first = send(ALICE, BOB, 1);
    ledger.refused(ALICE, BOB);
    ledger.arrived(first, BOB);

    assertThat(fate.refused).containsExactly(1);
    assertThat(fate.delivered).isEmpty();
    assertThat(fate.duplicated).isOne();
  }

  @Test
  void a_user_may_write_to_itself() {
    long first = send(ALICE, ALICE, 1);
    ledger.arrived(first, ALICE);

    assertThat(fate.delivered).containsExactly(1);
  }

  /** Against an oracle that remembers everything and looks at the whole record. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_fault_is_counted_exactly_under_any_interleaving(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> onTheWay = new ArrayList<>();
    List<long[]> sent = new ArrayList<>();
    List<Long> arrivals = new ArrayList<>();
    int duplicated = 0;
    for (int turn = 0; turn < 20_000; turn++) {
      if (onTheWay.isEmpty() || random.nextInt(100) < 50) {
        int sender = random.nextInt(4);
        int receiver = random.nextInt(4);
        onTheWay.add(send(sender, receiver, sent.size()));
        sent.add(new long[] {sender, receiver});
      } else {
        boolean swap = random.nextInt(100) < 20;
        int index = swap ? random.nextInt(onTheWay.size()) : 0;
        long sequence = onTheWay.remove(index);
        if (random.nextInt(100) < 5) {
          continue;
        }
        arrivals.add(sequence);
        arrive(sequence, sent);
        if (random.nextInt(100) < 5) {
          duplicated++;
          arrive(sequence, sent);
        }
      }
    }
    ledger.expire();

    assertThat(fate.delivered).hasSize(arrivals.size());
    assertThat(fate.duplicated).isEqualTo(duplicated);
    assertThat(fate.lost).hasSize(sent.size() - arrivals.size());
    assertThat(Set.copyOf(fate.reordered)).isEqualTo(overtaken(arrivals, sent));
    assertThat(fate.misdelivered + fate.late + fate.strayRefusals).isZero();
  }

  private static Set<Integer> overtaken(List<Long> arrivals, List<long[]> sent) {
    Set<Integer> overtaken = new HashSet<>();
    long[][] highest = new long[4][4];
    for (long[] row : highest) {
      java.util.Arrays.fill(row, -1);
    }
    for (long sequence : arrivals) {
      long[] pair = sent.get((int) sequence);
      long[] row = highest[(int) pair[0]];
      if (sequence < row[(int) pair[1]]) {
        overtaken.add((int) sequence);
      } else {
        row[(int) pair[1]] = sequence;
      }
    }
    return overtaken;
  }

  private void arrive(long sequence, List<long[]> sent) {
    ledger.arrived(sequence, (int) sent.get((int) sequence)[1]);
  }

  private long send(int sender, int receiver, int tag) {
    return ledger.send(sender, receiver, 0, tag);
  }
}
