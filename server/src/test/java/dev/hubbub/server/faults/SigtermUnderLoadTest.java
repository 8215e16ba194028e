package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The end of a server that is told to end while everybody talks. */
class SigtermUnderLoadTest {
  private static final int PAIRS = 4;
  private static final int MESSAGES_BETWEEN_QUESTIONS = 25;
  private static final int ROUNDS_BEFORE = 10;
  private static final int BACKLOG = 25;

  private final Ledger ledger = new Ledger();

  @Test
  void all_that_was_queued_arrives_and_everybody_is_told() throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--host", "127.0.0.1", "--port", "0", "--drain-timeout", "20s")) {
      int port = server.port();
      TestClient slow = TestClient.connectWithReceiveBuffer(port, 32_768).join("slow");
      ChatUser sender = ChatUser.join(port, "sender", ledger);
      sender.say("slow", BACKLOG, 30_000).awaitRouted();
      List<Talk> talks =
          IntStream.range(0, PAIRS).mapToObj(i -> new Talk(port, "pair" + i)).toList();
      List<Thread> threads = talks.stream().map(Thread::startVirtualThread).toList();
      await("everybody talks")
          .atMost(TestClient.PATIENCE)
          .until(() -> talks.stream().allMatch(talk -> talk.rounds.get() >= ROUNDS_BEFORE));

      server.terminate();

      ChatUser late = ChatUser.reading(slow, "slow", ledger);
      for (Thread thread : threads) {
        assertThat(thread.join(TestClient.PATIENCE)).isTrue();
      }
      assertThat(server.exitStatus()).isZero();
      List<ChatUser> all = new ArrayList<>(List.of(late, sender));
      talks.forEach(talk -> all.addAll(List.of(talk.from, talk.to)));
      for (ChatUser user : all) {
        user.awaitGone();
        assertThat(user.otherTexts()).as(user.name()).containsExactly("Server is shutting down.");
        user.close();
      }
      ledger.assertComplete("sender", "slow");
      talks.forEach(Talk::assertQueuedArrived);
      ledger.assertNothingWrong();
    }
  }

  /** One user who writes to another one as fast as the server takes it. */
  private final class Talk implements Runnable {
    private final ChatUser from;
    private final ChatUser to;
    private final AtomicInteger rounds = new AtomicInteger();

    Talk(int port, String name) {
      from = ChatUser.join(port, name + "from", ledger);
      to = ChatUser.join(port, name + "to", ledger);
    }

    // The answer to the question tells that the server has queued all that was written before it.
    @Override
    public void run() {
      while (from.tryToSay(to.name(), MESSAGES_BETWEEN_QUESTIONS) && from.tryToAwaitRouted()) {
        rounds.incrementAndGet();
      }
    }

    void assertQueuedArrived() {
      int queued = rounds.get() * MESSAGES_BETWEEN_QUESTIONS;
      assertThat(ledger.firstWithoutAnswer(from.name(), to.name()))
          .as("the first message to %s that is lost", to.name())
          .isGreaterThanOrEqualTo(queued);
    }
  }
}
