package dev.hubbub.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingTotalTest {
  private static final int MAX = 80_000;

  private final PendingTotal memory = new PendingTotal(MAX);
  private final AtomicInteger reliefs = new AtomicInteger();

  @Test
  void messages_may_have_all_but_the_share_of_the_replies() {
    assertThat(memory.reserve(70_000)).isTrue();
    assertThat(memory.reserve(1)).isFalse();

    assertThat(memory.hasRoomForReply()).isTrue();
    assertThat(memory.reserveForReply(10_000)).isTrue();
    assertThat(memory.hasRoomForReply()).isFalse();
    assertThat(memory.reserveForReply(1)).isFalse();
    assertThat(memory.bytes()).isEqualTo(MAX);
  }

  @Test
  void what_is_refused_takes_nothing() {
    memory.reserve(MAX);

    assertThat(memory.bytes()).isZero();
  }

  @Test
  void a_shortage_asks_once_for_relief_until_it_has_come() {
    memory.onShortage(reliefs::incrementAndGet);
    memory.reserve(70_000);

    memory.reserve(1);
    memory.reserve(1);
    assertThat(reliefs).hasValue(1);

    memory.relieved();
    memory.reserve(1);
    assertThat(reliefs).hasValue(2);
  }

  @Test
  void relief_makes_as_much_room_for_messages_as_replies_have() {
    memory.reserve(70_000);

    assertThat(memory.excessBytes()).isEqualTo(10_000);
  }

  @Test
  void threads_at_once_never_pass_the_bound_and_leave_nothing() {
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 4).mapToObj(_ -> CompletableFuture.runAsync(this::takeAndGive)).toList();

    threads.forEach(CompletableFuture::join);

    assertThat(memory.bytes()).isZero();
  }

  private void takeAndGive() {
    for (int i = 0; i < 20_000; i++) {
      int bytes = 1 + i % 40_000;
      if (memory.reserve(bytes)) {
        assertThat(memory.bytes()).isBetween((long) bytes, (long) MAX);
        memory.release(bytes);
      }
    }
  }
}
