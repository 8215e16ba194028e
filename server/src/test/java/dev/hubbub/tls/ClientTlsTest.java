package dev.hubbub.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a client of either engine trusts, and what it shows, at a server of the JDK's. */
class ClientTlsTest {
  private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private TestAuthority authority;
  private TestAuthority stranger;

  @BeforeEach
  void makeAuthorities() {
    authority = new TestAuthority(folder, "authority");
    stranger = new TestAuthority(folder, "stranger");
  }

  @ParameterizedTest
  @CsvSource({"BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2", "JDK, TLSv1.3", "JDK, TLSv1.2"})
  void both_versions_are_spoken(TlsEngine engine, String version) throws IOException {
    try (var server = new JdkTlsServer(authority.server("chat"), authority, version);
        var tls = ClientTls.load(trusting(authority), HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, "127.0.0.1", server.port())) {
      TlsSession session = connection.session();

      assertThat(session.version()).isEqualTo(version);
      assertThat(session.cipher()).startsWith("TLS_").isEqualTo(server.session().getCipherSuite());
      assertThat(session.engine()).isEqualTo(engine.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_whose_authority_is_not_trusted_is_refused(TlsEngine engine) throws IOException {
    assertThat(failure(engine, authority.server("chat"), trusting(stranger), "localhost"))
        .startsWith("the server's certificate is not trusted: ");
  }

  @ParameterizedTest
  @EnumSource
  void without_an_authority_the_jdk_decides_and_knows_none_of_ours(TlsEngine engine)
      throws IOException {
    assertThat(failure(engine, authority.server("chat"), ClientTlsFiles.NONE, "localhost"))
        .startsWith("the server's certificate is not trusted: ");
  }

  @ParameterizedTest
  @EnumSource
  void a_certificate_that_has_expired_is_refused(TlsEngine engine) throws IOException {
    assertThat(failure(engine, authority.expiredServer("chat"), trusting(authority), "localhost"))
        .isEqualTo("the server's certificate has expired");
  }

  @ParameterizedTest
  @EnumSource
  void a_certificate_of_another_host_is_refused(TlsEngine engine) throws IOException {
    assertThat(failure(engine, authority.serverNamed("a.test"), trusting(authority), "b.test"))
        .startsWith("the server's certificate is not trusted: ")
        .contains("b.test");
  }

  @ParameterizedTest
  @EnumSource
  void an_address_must_be_among_the_addresses(TlsEngine engine) throws IOException {
    assertThat(failure(engine, authority.serverNamed("a.test"), trusting(authority), "127.0.0.1"))
        .startsWith("the server's certificate is not trusted: ")
        .contains("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "BORINGSSL, chat.example.test",
    "BORINGSSL, localhost",
    "JDK, chat.example.test",
    "JDK, localhost"
  })
  void the_server_is_told_the_name_that_was_asked_for(TlsEngine engine, String host)
      throws IOException {
    try (var server = new JdkTlsServer(authority.serverNamed(host), authority);
        var tls = ClientTls.load(trusting(authority), HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, host, server.port())) {
      connection.session();

      assertThat(server.namesAskedFor()).containsExactly(host);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_server_is_told_no_address(TlsEngine engine) throws IOException {
    try (var server = new JdkTlsServer(authority.server("chat"), authority);
        var tls = ClientTls.load(trusting(authority), HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, "127.0.0.1", server.port())) {
      connection.session();

      assertThat(server.namesAskedFor()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_own_certificate_is_shown_to_a_server_that_asks(TlsEngine engine) throws IOException {
    TestCertificate alice = authority.client("alice");
    ClientTlsFiles files = new ClientTlsFiles(authority.file(), alice.chain(), alice.key());
    try (var server = new JdkTlsServer(authority.server("chat"), authority);
        var tls = ClientTls.load(files, HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, "127.0.0.1", server.port())) {
      connection.session();

      assertThat(tls.commonName()).contains("alice");
      assertThat(peer(server)).isEqualTo(alice.bundle().getCertificate().getSubjectX500Principal());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_says_nothing_is_given_up(TlsEngine engine) throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var tls = ClientTls.load(trusting(authority), Duration.ofMillis(50), engine);
        var connection = new TlsConnection(tls, "127.0.0.1", silent.getLocalPort())) {
      assertThat(TlsFailure.describe(connection.failure())).contains("after 50ms");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_without_tls_is_told_as_that(TlsEngine engine) throws IOException {
    try (var plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var tls = ClientTls.load(trusting(authority), HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, "127.0.0.1", plain.getLocalPort());
        Socket accepted = plain.accept()) {
      accepted.getOutputStream().write("{\"from\": \"SERVER\"}\n".getBytes(StandardCharsets.UTF_8));

      assertThat(TlsFailure.describe(connection.failure()))
          .isEqualTo("the server speaks no TLS on this port");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_hangs_up_is_told_as_that(TlsEngine engine) throws IOException {
    try (var plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var tls = ClientTls.load(trusting(authority), HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, "127.0.0.1", plain.getLocalPort());
        Socket accepted = plain.accept()) {
      accepted.shutdownOutput();

      assertThat(TlsFailure.describe(connection.failure()))
          .isEqualTo("the server closed the connection during the TLS handshake");
    }
  }

  @Test
  void a_certificate_is_not_given_without_its_key() {
    assertThatThrownBy(() -> new ClientTlsFiles(null, Path.of("alice.pem"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String failure(
      TlsEngine engine, TestCertificate certificate, ClientTlsFiles files, String host)
      throws IOException {
    try (var server = new JdkTlsServer(certificate, authority);
        var tls = ClientTls.load(files, HANDSHAKE_MAX, engine);
        var connection = new TlsConnection(tls, host, server.port())) {
      return TlsFailure.describe(connection.failure());
    }
  }

  private static ClientTlsFiles trusting(TestAuthority authority) {
    return new ClientTlsFiles(authority.file(), null, null);
  }

  private static Principal peer(JdkTlsServer server) throws SSLPeerUnverifiedException {
    return server.session().getPeerPrincipal();
  }
}
