package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A load over TLS, with real worker processes and a real server. */
class TlsSwarmTest {
  private static final Duration END_MAX = Duration.ofSeconds(40);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");
  private TestCertificates certificates;

  @BeforeEach
  void makeCertificates() throws Exception {
    certificates = new TestCertificates(folder);
  }

  @AfterEach
  void no_process_is_left() {
    await().atMost(END_MAX).until(() -> ChildProcesses.ofThisProcess().isEmpty());
  }

  @Test
  void nothing_is_lost_though_users_leave_and_come_back_and_the_result_says_what_was_used()
      throws Exception {
    Path json = folder.resolve("swarm.json");
    try (RealServer server = RealServer.start(0, certificates.serverOptions())) {
      int status =
          run(
              server.port(),
              "--users=12",
              "--duration=2s",
              "--rate-per-user=10",
              "--weights=direct=50,leave=20,list=10,shout=10,help=10",
              "--tls",
              "--tls-ca=" + certificates.authority(),
              "--json=" + json);

      assertThat(status).as(out + "\n" + err).isEqualTo(ExitStatus.DONE);
    }
    JsonNode result = JsonMapper.builder().build().readTree(Files.readString(json));
    JsonNode tls = result.path("environment").path("tls");
    assertThat(tls.path("version").asString()).isEqualTo("TLSv1.3");
    assertThat(tls.path("cipher").asString()).startsWith("TLS_");
    assertThat(tls.path("generatorEngine").asString()).isIn("BoringSSL", "JDK");
    assertThat(result.path("options").path("--tls").asString()).isEqualTo("true");
  }

  @Test
  void a_server_that_is_not_trusted_is_an_error() throws Exception {
    try (RealServer server = RealServer.start(0, certificates.serverOptions())) {
      assertThat(run(server.port(), "--tls")).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("the server's certificate is not trusted: ");
  }

  @Test
  void without_tls_a_server_that_has_it_is_an_error_that_says_so() throws Exception {
    try (RealServer server = RealServer.start(0, certificates.serverOptions())) {
      assertThat(run(server.port())).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("if it speaks TLS, '--tls' is needed");
  }

  @Test
  void with_tls_a_server_that_has_none_is_an_error_that_says_so() throws Exception {
    // The real one: what a client says to begin TLS is random, and a toy may close at it
    // unanswered.
    try (RealServer server = RealServer.start(0)) {
      assertThat(run(server.port(), "--tls", "--connect-timeout=1s")).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("the server speaks no TLS on this port");
  }

  @Test
  void a_certificate_is_one_user_at_a_server_that_asks_for_it() throws Exception {
    certificates.issue("alice");
    String[] options =
        Stream.concat(
                Stream.of(certificates.serverOptions()),
                Stream.of("--tls-client-ca=" + certificates.authority()))
            .toArray(String[]::new);
    try (RealServer server = RealServer.start(0, options)) {
      int status =
          run(
              server.port(),
              "--users=2",
              "--tls-ca=" + certificates.authority(),
              "--tls-cert=" + certificates.chain("alice"),
              "--tls-key=" + certificates.key("alice"));

      assertThat(status).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString())
        .contains("no user could register")
        .contains("it is not the common name of your certificate, 'alice'");
  }

  private int run(int port, String... options) {
    CommandLine line = Commands.commandLine(new SwarmCommand(), Map.of());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(
        Stream.concat(List.of("--port", String.valueOf(port)).stream(), Stream.of(options))
            .toArray(String[]::new));
  }
}
