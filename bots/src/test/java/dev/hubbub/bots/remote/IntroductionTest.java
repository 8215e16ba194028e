package dev.hubbub.bots.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two sides get to know each other over a real connection. */
class IntroductionTest {
  private static final SharedToken TOKEN = new SharedToken("correct horse battery staple");
  private static final HostDescription HOST =
      new HostDescription("lab-7", "a processor", 2, "Linux 6", "1.0", "25");

  private LineSocket worker;
  private LineSocket coordinator;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      coordinator = new LineSocket(new Socket(listener.getInetAddress(), listener.getLocalPort()));
      worker = new LineSocket(listener.accept());
    }
  }

  @AfterEach
  void close() {
    worker.close();
    coordinator.close();
  }

  @Test
  void who_shares_the_token_learns_of_the_host() throws IOException {
    CompletableFuture<Void> admitted = admit(TOKEN);

    assertThat(Introduction.ask(coordinator, TOKEN)).isEqualTo(HOST);
    admitted.join();
  }

  @Test
  void a_coordinator_with_another_token_is_told_so() {
    CompletableFuture<Void> admitted = admit(TOKEN);

    assertThatThrownBy(() -> Introduction.ask(coordinator, new SharedToken("a guess")))
        .hasMessage("refused: the token is not the one of this worker");
    assertThatThrownBy(admitted::join).isInstanceOf(CompletionException.class);
  }

  @Test
  void a_worker_that_does_not_know_the_token_is_found_out() throws IOException {
    CompletableFuture<Void> impostor =
        CompletableFuture.runAsync(() -> {
          try {
            worker.write("hubbub-worker 1 0123456789abcdef");
            worker.read();
            worker.write("ok 0000 " + HOST.toJson());
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });

    assertThatThrownBy(() -> Introduction.ask(coordinator, TOKEN))
        .hasMessage("the worker doesn't know the token");
    impostor.join();
  }

  @Test
  void a_recorded_proof_is_worth_nothing() throws IOException {
    CompletableFuture<Void> admitted = admit(TOKEN);
    String nonce = "11";
    coordinator.read();
    coordinator.write(nonce + " " + TOKEN.proof("coordinator", "another number", nonce));

    assertThat(coordinator.read()).startsWith("refused");
    assertThatThrownBy(admitted::join).isInstanceOf(CompletionException.class);
  }

  @Test
  void something_that_is_no_worker_is_not_mistaken_for_one() throws IOException {
    worker.write("HTTP/1.1 400 Bad Request");

    assertThatThrownBy(() -> Introduction.ask(coordinator, TOKEN))
        .hasMessage("not a Hubbub worker, or one of another version");
  }

  @Test
  void an_endless_line_of_a_stranger_is_not_gathered() throws IOException {
    CompletableFuture<Void> admitted = admit(TOKEN);
    coordinator.read();
    coordinator.write("x".repeat(100_000));

    assertThatThrownBy(admitted::join).hasMessageContaining("a line of over 4096 bytes");
  }

  private CompletableFuture<Void> admit(SharedToken token) {
    return CompletableFuture.runAsync(() -> {
      try {
        worker.write(Introduction.admit(worker, token, HOST));
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    });
  }
}
