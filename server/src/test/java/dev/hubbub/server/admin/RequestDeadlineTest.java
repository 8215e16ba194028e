package dev.hubbub.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a connection to the admin port may take. */
class RequestDeadlineTest {
  private final EmbeddedChannel channel = new EmbeddedChannel(new RequestDeadline(5, 60));

  RequestDeadlineTest() {
    channel.freezeTime();
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void a_request_that_drips_byte_by_byte_is_cut_off() {
    EmbeddedChannel dripping = new EmbeddedChannel(new RequestDeadline(5, 60));
    dripping.freezeTime();
    for (int second = 0; second < 4; second++) {
      receive(dripping);
      after(dripping, 1);
    }
    assertThat(dripping.isOpen()).isTrue();

    after(dripping, 2);

    assertThat(dripping.isOpen()).isFalse();
    dripping.finishAndReleaseAll();
  }

  @Test
  void after_an_answer_a_connection_may_be_idle_for_longer() {
    answer();
    after(channel, 50);
    receive(channel);
    after(channel, 4);
    answer();
    after(channel, 59);
    assertThat(channel.isOpen()).isTrue();

    after(channel, 2);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void an_answer_that_is_not_taken_is_not_waited_for() {
    answer();
    receive(channel);
    channel.write(Unpooled.wrappedBuffer(new byte[1]));

    after(channel, 6);

    assertThat(channel.isOpen()).isFalse();
  }

  private void answer() {
    channel.writeOutbound(Unpooled.wrappedBuffer(new byte[1]));
  }

  private static void receive(EmbeddedChannel channel) {
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[1]));
  }

  private static void after(EmbeddedChannel channel, int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
