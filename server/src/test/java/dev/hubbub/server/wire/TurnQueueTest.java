package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnQueueTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final TurnQueue queue = new TurnQueue();
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void freezeTime() {
    channel.freezeTime();
  }

  @Test
  void one_part_is_done_each_time_the_loop_has_looked_at_its_sockets() {
    add("a", 3);
    pass();
    assertThat(done).containsExactly("a3");

    pass();
    pass();
    pass();
    assertThat(done).containsExactly("a3", "a2", "a1");
  }

  @Test
  void one_piece_of_work_is_finished_before_the_next_begins() {
    add("a", 2);
    add("b", 2);

    for (int i = 0; i < 4; i++) {
      pass();
    }

    assertThat(done).containsExactly("a2", "a1", "b2", "b1");
  }

  @Test
  void something_is_due_for_one_look_after_the_last_part_so_that_it_does_not_wait() {
    add("a", 1);
    pass();
    assertThat(isScheduled()).isTrue();

    pass();
    assertThat(isScheduled()).isFalse();
  }

  @Test
  void work_that_comes_right_after_the_last_part_is_no_reason_for_two_at_once() {
    add("a", 1);
    pass();
    add("b", 2);
    add("c", 1);

    pass();
    assertThat(done).containsExactly("a1", "b2");
    pass();
    assertThat(done).containsExactly("a1", "b2", "b1");
  }

  @Test
  void work_may_bring_more_work() {
    queue.add(turn("a", 1, () -> add("b", 1)), channel.eventLoop());

    pass();
    pass();

    assertThat(done).containsExactly("a1", "b1");
  }

  @Test
  void abandoned_work_gives_back_what_it_holds_and_is_not_done() {
    add("a", 2);
    pass();
    add("b", 1);

    queue.abandon();
    pass();

    assertThat(done).containsExactly("a2", "a abandoned", "b abandoned");
  }

  private boolean isScheduled() {
    return channel.runScheduledPendingTasks() >= 0;
  }

  private void pass() {
    channel.advanceTimeBy(1, TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  private void add(String name, int parts) {
    queue.add(turn(name, parts, () -> {}), channel.eventLoop());
  }

  private TurnQueue.Turn turn(String name, int parts, Runnable atEnd) {
    return new TurnQueue.Turn() {
      private int left = parts;

      @Override
      public boolean run() {
        done.add(name + left--);
        if (left == 0) {
          atEnd.run();
        }
        return left == 0;
      }

      @Override
      public void abandon() {
        done.add(name + " abandoned");
      }
    };
  }
}
