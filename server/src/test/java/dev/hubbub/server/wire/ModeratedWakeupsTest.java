package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the event loop looks at its sockets, in microseconds of a clock that the test moves. */
class ModeratedWakeupsTest {
  private final List<Long> lookedUs = new ArrayList<>();
  private long nowUs = 10_000;
  private long blockedUs;
  private final ModeratedWakeups wakeups =
      new ModeratedWakeups(
          new Looks(), Duration.ofNanos(500_000), () -> nowUs * 1_000, ns -> nowUs += ns / 1_000);

  @Test
  void the_first_look_is_at_once() {
    wakeups.run(new Work(true));

    assertThat(lookedUs).containsExactly(10_000L);
  }

  @Test
  void after_a_short_look_the_next_is_at_the_end_of_the_interval() {
    blockedUs = 20;

    wakeups.run(new Work(true));
    wakeups.run(new Work(true));
    wakeups.run(new Work(true));

    assertThat(lookedUs).containsExactly(10_000L, 10_500L, 11_000L);
  }

  @Test
  void a_loop_that_waited_for_longer_than_the_interval_looks_again_at_once() {
    blockedUs = 700;

    wakeups.run(new Work(true));
    wakeups.run(new Work(true));

    assertThat(lookedUs).containsExactly(10_000L, 10_700L);
  }

  @Test
  void a_loop_that_has_tasks_does_not_wait() {
    wakeups.run(new Work(true));
    wakeups.run(new Work(false));

    assertThat(lookedUs).containsExactly(10_000L, 10_000L);
  }

  @Test
  void what_is_scheduled_is_not_kept_waiting() {
    wakeups.run(new Work(true));
    wakeups.run(new Work(true, 200));

    assertThat(lookedUs).containsExactly(10_000L, 10_200L);
  }

  @Test
  void without_an_interval_nothing_is_put_between() {
    IoHandlerFactory factory = NioIoHandler.newFactory();

    assertThat(ModeratedWakeups.around(factory, Duration.ZERO)).isSameAs(factory);
  }

  private final class Looks implements IoHandler {
    @Override
    public int run(IoHandlerContext context) {
      lookedUs.add(nowUs);
      nowUs += blockedUs;
      return 1;
    }

    @Override
    public void wakeup() {}

    @Override
    public IoRegistration register(IoHandle handle) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
      return true;
    }
  }

  private record Work(boolean canBlock, long scheduledInUs) implements IoHandlerContext {
    private Work(boolean canBlock) {
      this(canBlock, 1_000_000);
    }

    @Override
    public long delayNanos(long currentTimeNanos) {
      return scheduledInUs * 1_000;
    }

    @Override
    public long deadlineNanos() {
      return -1;
    }
  }
}
