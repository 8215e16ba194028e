package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.ShoutLedger.Copy;
import dev.hubbub.measure.ShoutLedger.Totals;
import org.junit.jupiter.api.Test;

class ShoutLedgerTest {
  private final ShoutLedger ledger = new ShoutLedger();

  @Test
  void everyoneOnLineIsPromisedACopy() {
    ledger.sent(5, 0, 2, 77);
    assertThat(ledger.arrived(5, 1)).isEqualTo(Copy.FIRST);
    assertThat(ledger.isComplete()).isFalse();
    assertThat(ledger.arrived(5, 2)).isEqualTo(Copy.FIRST);
    ledger.confirmed(5);

    assertThat(ledger.dueNs(5)).isEqualTo(77);
    assertThat(ledger.isComplete()).isTrue();
    assertThat(ledger.expire()).isEqualTo(new Totals(2, 0));
  }

  @Test
  void aCopyThatIsMissingIsLost() {
    ledger.sent(5, 0, 3, 0);
    ledger.arrived(5, 1);
    ledger.confirmed(5);

    assertThat(ledger.expire()).isEqualTo(new Totals(1, 2));
  }

  @Test
  void aSecondCopyAtOneReceiverIsADuplicateAndMakesUpForNothing() {
    ledger.sent(5, 0, 2, 0);
    ledger.arrived(5, 1);
    assertThat(ledger.arrived(5, 1)).isEqualTo(Copy.DUPLICATE);
    ledger.confirmed(5);

    assertThat(ledger.expire()).isEqualTo(new Totals(1, 1));
  }

  @Test
  void whoLeavesBeforeTheConfirmationMayMissItsCopy() {
    ledger.sent(5, 0, 2, 0);
    ledger.left(2);
    ledger.confirmed(5);
    ledger.arrived(5, 1);

    assertThat(ledger.expire()).isEqualTo(new Totals(1, 0));
  }

  @Test
  void whoLeavesAfterTheConfirmationMayNot() {
    ledger.sent(5, 0, 2, 0);
    ledger.confirmed(5);
    ledger.left(2);
    ledger.arrived(5, 1);

    assertThat(ledger.expire()).isEqualTo(new Totals(1, 1));
  }

  @Test
  void aMessageThatWasNeverConfirmedPromisesNothing() {
    ledger.sent(5, 0, 2, 0);

    assertThat(ledger.expire()).isEqualTo(new Totals(0, 0));
  }

  @Test
  void whoComesWhileAMessageIsOnTheWayMayHaveACopyToo() {
    ledger.sent(5, 0, 1, 0);
    ledger.arrived(5, 1);
    ledger.arrived(5, 2);
    ledger.confirmed(5);

    assertThat(ledger.expire()).isEqualTo(new Totals(2, 0));
  }

  @Test
  void aCopyOfNothingIsUnknown() {
    assertThat(ledger.arrived(9, 1)).isEqualTo(Copy.UNKNOWN);
  }
}
