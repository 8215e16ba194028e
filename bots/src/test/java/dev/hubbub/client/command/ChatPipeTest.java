package dev.hubbub.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.RealServer;
import dev.hubbub.client.ChatClient;
import dev.hubbub.protocol.Message;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real program in pipes, at a real server. */
class ChatPipeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RealServer server;

  private ChatClient bob;
  private Queue<Message> received;

  @BeforeAll
  static void startServer() throws IOException {
    server = RealServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void bobIsThere() {
    bob = ChatClient.connect("127.0.0.1", server.port(), "bob").join();
    received = new ConcurrentLinkedQueue<>();
    bob.listen(received::add);
  }

  @AfterEach
  void bobLeaves() {
    bob.close();
  }

  @Test
  void lines_are_delivered_as_they_are_or_refused_and_the_status_tells() throws Exception {
    Outcome delivered = run("one\n@two /three 😀\nlast", "--name", "ci", "--to", "bob");
    assertThat(delivered).isEqualTo(new Outcome(0, "", ""));
    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 3);
    assertThat(received).extracting(Message::msg).containsExactly("one", "@two /three 😀", "last");

    Outcome refused = run("hi\n", "--name", "ci", "--to", "nobody");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err())
        .isEqualTo("hubbub chat: line 1 was refused: ❌ Error: User 'nobody' is not available.\n");
  }

  @Test
  void without_a_receiver_every_line_names_its_own() throws Exception {
    Outcome outcome = run("@bob hello\n/list\nno receiver\n/shout all\n", "--name", "ci");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out())
        .isEqualTo("SERVER: Online users (1): bob\nSERVER: Message sent to 1 users\n");
    assertThat(outcome.err()).contains("line 3 names no receiver");
    assertThat(received).extracting(Message::msg).containsExactly("hello", "all");
  }

  @Test
  void ten_thousand_lines_arrive() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append(i).append('\n');
    }

    assertThat(run(lines.toString(), "--name", "ci", "--to", "bob").status()).isZero();

    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 10_000);
  }

  @Test
  void a_bot_reads_json_lines_as_they_come_and_answers() throws Exception {
    Process bot = start("--name", "bot", "--json");
    BufferedReader out = bot.inputReader(StandardCharsets.UTF_8);
    assertThat(JSON.readTree(out.readLine()).at("/msg").asString()).startsWith("Welcome bot!");

    bob.send("bot", "ping \u001b[31m\u009b\u202e\u007f").join();
    String line = out.readLine();
    assertThat(line).doesNotContain("\u001b", "\u009b", "\u202e", "\u007f");
    assertThat(JSON.readTree(line).at("/msg").asString())
        .isEqualTo("ping \u001b[31m\u009b\u202e\u007f");
    OutputStream in = bot.getOutputStream();
    in.write("@bob pong\n".getBytes(StandardCharsets.UTF_8));
    in.flush();
    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 1);
    in.close();

    assertThat(bot.waitFor()).isZero();
  }

  @Test
  void a_server_that_stops_ends_it_with_status_1() throws Exception {
    Process bot;
    try (RealServer other = RealServer.start();
        ChatClient carol = ChatClient.connect("127.0.0.1", other.port(), "carol").join()) {
      bot = start("--name", "bot", "--stay", "--port", String.valueOf(other.port()));
      bot.getOutputStream().close();
      await()
          .atMost(PseudoTerminal.PATIENCE)
          .until(() -> carol.endpoint("/list").join().msg().contains("bot"));
    }

    assertThat(bot.waitFor()).isEqualTo(1);
    assertThat(bot.errorReader().readLine()).contains("Server is shutting down.");
  }

  @Test
  void speaks_tls_and_trusts_whom_it_is_told_to(@TempDir Path folder) throws Exception {
    X509Bundle own =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=chat")
            .addSanIpAddress("127.0.0.1")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    String certificate = write(folder.resolve("own.pem"), own.getCertificatePathPEM());
    String key = write(folder.resolve("own.key"), own.getPrivateKeyPEM());
    try (RealServer secure = RealServer.start(0, "--tls-cert", certificate, "--tls-key", key)) {
      String port = String.valueOf(secure.port());

      Outcome trusted = run("hi\n/list\n", "--port", port, "--name", "ci", "--tls-ca", certificate);
      assertThat(trusted.out()).isEqualTo("SERVER: You are the only active user!\n");
      assertThat(trusted.err()).contains("line 1 names no receiver");
      Outcome unknown = run("", "--port", port, "--name", "ci", "--tls");
      assertThat(unknown.status()).isEqualTo(1);
      assertThat(unknown.err()).contains("TLS: ");
    }
  }

  private static String write(Path file, String pem) throws IOException {
    return Files.writeString(file, pem).toString();
  }

  @Test
  void what_is_wrong_is_said_with_its_status() throws Exception {
    assertThat(run("", "--name", "bob").err()).contains("Username already in!");
    assertThat(run("", "--name", "bob").status()).isEqualTo(1);
    Outcome nameless = run("");
    assertThat(nameless.status()).isEqualTo(2);
    assertThat(nameless.err()).contains("'--name' must be given");
  }

  private Outcome run(String input, String... options) throws IOException, InterruptedException {
    Process process = start(options);
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Process start(String... options) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(ChatProgram.command(options));
    builder.environment().put("HUBBUB_PORT", String.valueOf(server.port()));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private record Outcome(int status, String out, String err) {}
}
