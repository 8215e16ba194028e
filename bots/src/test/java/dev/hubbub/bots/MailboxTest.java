package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.worker.WorkerEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final Mailbox mailbox = new Mailbox();
  private final List<String> others = new ArrayList<>();

  @Test
  void the_answers_of_all_workers_are_waited_for_and_the_rest_is_passed_on() throws Exception {
    mailbox.put(1, new WorkerEvent.Ready(7));
    mailbox.put(0, new WorkerEvent.Registered(3));
    mailbox.put(0, new WorkerEvent.Ready(5));

    assertThat(await(Duration.ofSeconds(10)))
        .isEqualTo(Map.of(0, new WorkerEvent.Ready(5), 1, new WorkerEvent.Ready(7)));
    assertThat(others).containsExactly("0 Registered[users=3]");
  }

  @Test
  void a_failure_ends_the_wait_and_names_the_worker() {
    mailbox.put(1, new WorkerEvent.Failed("no such host: x"));

    assertThatThrownBy(() -> await(Duration.ofSeconds(10)))
        .isInstanceOf(IOException.class)
        .hasMessage("worker 1: no such host: x");
  }

  @Test
  void a_worker_that_says_nothing_is_named() {
    mailbox.put(0, new WorkerEvent.Ready(5));

    assertThatThrownBy(() -> await(Duration.ofMillis(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("worker 1 was lost: no answer within 1 ms");
  }

  private Map<Integer, WorkerEvent.Ready> await(Duration timeout) throws Exception {
    return mailbox.await(
        WorkerEvent.Ready.class,
        Set.of(0, 1),
        timeout,
        (worker, event) -> others.add(worker + " " + event));
  }
}
