package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that are killed by the kernel, without a chance to say goodbye. */
class KilledClientTest {
  private static final List<String> KILLED = List.of("writer", "killed1", "killed2", "killed3");

  private final Ledger ledger = new Ledger();

  @Test
  void kill_9_of_a_client_frees_its_names_and_harms_nobody() throws Exception {
    try (ServerProcess server = ServerProcess.start("--host", "127.0.0.1", "--port", "0")) {
      int port = server.port();
      try (ChatUser a = ChatUser.join(port, "a", ledger);
          ChatUser b = ChatUser.join(port, "b", ledger)) {
        Process killed = start(port);
        try {
          assertThat(killed.inputReader().readLine()).isEqualTo(KilledClient.READY);
          KILLED.forEach(name -> a.say(name, 10).say("b", 10));
          b.say("a", 10);
        } finally {
          killed.destroyForcibly().waitFor();
        }

        Invariants.assertHold(port, ledger, List.of(a, b), KILLED);
      }
    }
  }

  private static Process start(int port) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledClient.class.getName(), "" + port));
    command.addAll(KILLED);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
