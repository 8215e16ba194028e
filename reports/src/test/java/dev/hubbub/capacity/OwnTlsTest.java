package dev.hubbub.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.FleetConfig;
import dev.hubbub.bots.TlsCheck;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.local.ServerProcess;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.UsageException;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.tls.ClientTlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a server that the run starts. */
class OwnTlsTest {
  private static final ClientTlsFiles TRUSTING =
      new ClientTlsFiles(Path.of("/tmp/authority.pem"), null, null);

  @TempDir private Path folder = Path.of("");

  @Test
  void the_server_gets_a_certificate_that_the_generator_trusts_and_that_is_gone_afterwards()
      throws Exception {
    Path certificate;
    try (OwnTls tls = OwnTls.of(ClientTlsFiles.NONE, List.of("--event-loops=1"))) {
      ClientTlsFiles files = Objects.requireNonNull(tls.clientFiles());
      certificate = Objects.requireNonNull(files.authority());
      assertThat(tls.serverArguments()).startsWith("--event-loops=1");
      try (ServerProcess server =
          ServerProcess.start(
              ServerProcess.Program.CHAT,
              List.of(),
              tls.serverArguments(),
              folder.resolve("server.log"))) {
        TlsUse use = TlsCheck.of(fleet(server.listening().port(), files));

        assertThat(Objects.requireNonNull(use).version()).isEqualTo("TLSv1.3");
      }
    }
    assertThat(Files.exists(certificate.getParent())).isFalse();
  }

  @Test
  void without_tls_nothing_is_made() throws Exception {
    try (OwnTls tls = OwnTls.of(null, List.of())) {
      assertThat(tls.serverArguments()).isEmpty();
      assertThat(tls.clientFiles()).isNull();
    }
  }

  @Test
  void a_server_that_is_given_a_certificate_keeps_it() throws Exception {
    List<String> arguments = List.of("--tls-cert=a.pem", "--tls-key=a.key");
    OwnTls.require(TRUSTING, arguments);
    try (OwnTls tls = OwnTls.of(TRUSTING, arguments)) {
      assertThat(tls.serverArguments()).isEqualTo(arguments);
      assertThat(tls.clientFiles()).isEqualTo(TRUSTING);
    }
  }

  @Test
  void options_that_contradict_each_other_are_refused() {
    assertThatCode(() -> OwnTls.require(ClientTlsFiles.NONE, List.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> OwnTls.require(TRUSTING, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'--tls-ca', '--tls-cert' and '--tls-key' need '--host'");
    assertThatThrownBy(() -> OwnTls.require(null, List.of("--tls-cert=a.pem")))
        .isInstanceOf(UsageException.class)
        .hasMessage("'--server-arg' with a certificate needs '--tls', got: [--tls-cert=a.pem]");
  }

  private static FleetConfig fleet(int port, ClientTlsFiles files) {
    return new FleetConfig(
            List.of(new HostPort("127.0.0.1", port)),
            Protocol.HUBBUB,
            1,
            64,
            Duration.ofSeconds(10),
            List.of(),
            WorkerHosts.NONE)
        .withTls(files);
  }
}
