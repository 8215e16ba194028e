package dev.hubbub.bots.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.cli.HostPort;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection between coordinator and worker host with TLS, on real sockets. */
class WorkerSocketsTest {
  private static final SharedToken TOKEN = new SharedToken("a token of the tests");
  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void a_trusted_worker_is_reached_by_tls() throws Exception {
    X509Bundle own = certificate("127.0.0.1");
    try (WorkerHost host = start(own)) {
      WorkerConnection connection = WorkerConnection.open(host.address(), trusting(own), TOKEN);
      try (LineSocket lines = connection.lines()) {
        assertThat(connection.host().cores()).isPositive();
        assertThat(lines).isNotNull();
      }
    }
  }

  @Test
  void a_worker_whose_certificate_nobody_trusts_gets_no_proof() throws Exception {
    try (WorkerHost host = start(certificate("127.0.0.1"))) {
      WorkerSockets others = trusting(certificate("127.0.0.1"));

      assertThatThrownBy(() -> WorkerConnection.open(host.address(), others, TOKEN))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("worker host " + host.address() + ": ")
          .hasMessageContaining("PKIX");
    }
  }

  @Test
  void a_certificate_of_another_host_is_refused() throws Exception {
    X509Bundle other = certificate("192.0.2.1");
    try (WorkerHost host = start(other)) {
      assertThatThrownBy(() -> WorkerConnection.open(host.address(), trusting(other), TOKEN))
          .hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void a_coordinator_without_tls_gets_nowhere() throws Exception {
    X509Bundle own = certificate("127.0.0.1");
    try (WorkerHost host = start(own);
        Socket socket = WorkerSockets.PLAIN.connect(host.address(), CONNECT_MAX);
        LineSocket lines = new LineSocket(socket)) {
      lines.write("0123456789abcdef 0123456789abcdef");

      assertThatThrownBy(() -> Introduction.ask(lines, TOKEN)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_file_that_holds_no_certificate_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

    assertThatThrownBy(() -> WorkerSockets.connecting(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nonsense.pem");
  }

  private WorkerHost start(X509Bundle own) throws Exception {
    File certificate = own.toTempCertChainPem();
    File key = own.toTempPrivateKeyPem();
    return WorkerHost.start(
        new HostPort("127.0.0.1", 0),
        WorkerSockets.listening(certificate.toPath(), key.toPath()),
        TOKEN,
        1,
        log::add);
  }

  private static WorkerSockets trusting(X509Bundle own) throws Exception {
    return WorkerSockets.connecting(own.toTempRootCertPem().toPath());
  }

  private static X509Bundle certificate(String address) throws Exception {
    return new CertificateBuilder()
        .subject("CN=worker")
        .ecp256()
        .addSanIpAddress(address)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }
}
