package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.RefusedException;
import dev.hubbub.measure.MetricsPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NeedsEngine
class SlowReadersTest {
  private static final int ROUNDS = 3;
  private static final int READERS = 40;
  // The kernel takes some 4 MB for each before the server has to keep anything.
  private static final int MESSAGES_EACH = 100;
  private static final String TEXT = "x".repeat(60_000);

  /** What is sent to them in all is nearly three times the memory of the container. */
  @Test
  void users_who_do_not_read_are_cut_and_the_container_keeps_within_its_memory()
      throws IOException, InterruptedException {
    ContainerSpec spec = ContainerSpec.small();
    try (ServerContainer server = ServerContainer.start(spec);
        ChatClient sender =
            ChatClient.connect(ServerContainer.HOST, server.port(), "sender").join();
        ChatClient user = ChatClient.connect(ServerContainer.HOST, server.port(), "user").join()) {
      for (int round = 0; round < ROUNDS; round++) {
        flood(server, sender, round);
      }

      user.send("sender", "still here").join();
      MetricsPage page = new MetricsPage(server.admin("/metrics"));
      Double cut = page.read().orElseThrow().sum("hubbub_slow_receivers_cut_total", "");
      assertThat(cut).isGreaterThanOrEqualTo(READERS);
      assertThat(server.isRunning()).isTrue();
      assertThat(server.isOutOfMemory()).isFalse();
      long limit = (long) spec.memoryMiB() << 20;
      assertThat(server.memoryPeakBytes())
          .hasValueSatisfying(peak -> assertThat(peak).isLessThanOrEqualTo(limit));
    }
  }

  private static void flood(ServerContainer server, ChatClient sender, int round)
      throws IOException {
    List<SilentReader> readers = new ArrayList<>();
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(SilentReader.join(server.port(), name(round, i)));
      }
      for (int message = 0; message < MESSAGES_EACH; message++) {
        // One to each, then wait: some are refused, since their receiver was cut.
        CompletableFuture.allOf(
                IntStream.range(0, READERS)
                    .mapToObj(i ->
                        sender
                            .send(name(round, i), TEXT)
                            .exceptionally(SlowReadersTest::expectRefusal))
                    .toArray(CompletableFuture[]::new))
            .join();
      }
    } finally {
      for (SilentReader reader : readers) {
        reader.close();
      }
    }
  }

  private static @Nullable Void expectRefusal(Throwable failure) {
    if (failure.getCause() instanceof RefusedException) {
      return null;
    }
    throw new AssertionError(failure);
  }

  private static String name(int round, int reader) {
    return "reader-" + round + "-" + reader;
  }
}
