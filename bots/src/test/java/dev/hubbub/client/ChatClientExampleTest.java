package dev.hubbub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example that the documentation shows is compiled, does what it says, and is the same. */
class ChatClientExampleTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."));

  @Test
  void repeats_what_alice_says_until_the_server_stops() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    CompletableFuture<Void> example;
    try (RealServer server = RealServer.start();
        ChatClient alice = ChatClient.connect("127.0.0.1", server.port(), "alice").join()) {
      alice.listen(message -> heard.add(message.msg()));

      example = CompletableFuture.runAsync(() -> ChatClientExample.run(server.port()));
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("I repeat what you say");
      alice.send("echo", "hello").join();
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("you said: hello");
    }

    assertThatThrownBy(example::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(ConnectionLostException.class);
  }

  @Test
  void stands_in_the_documentation_word_for_word() throws IOException {
    List<String> lines =
        Files.readAllLines(ROOT.resolve("src/test/java/dev/hubbub/client/ChatClientExample.java"));
    String example =
        String.join(
                "\n",
                lines.subList(
                    lines.indexOf("    // example") + 1, lines.indexOf("    // end of example")))
            .stripIndent();

    assertThat(example.lines()).hasSize(10);
    assertThat(ROOT.resolve("src/main/java/dev/hubbub/client/ChatClient.java"))
        .content()
        .contains(example.indent(1).replaceAll("(?m)^ ", " * ").stripTrailing());
    assertThat(ROOT.resolve("../docs/chat.md")).content().contains(example);
  }
}
