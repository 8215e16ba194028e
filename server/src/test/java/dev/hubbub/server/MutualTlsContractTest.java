package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import dev.hubbub.server.testing.TestClient;
import dev.hubbub.tls.TlsEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that need a certificate, whose common name is their username, with either engine. */
@ParameterizedClass
@EnumSource(TlsEngine.class)
class MutualTlsContractTest {
  private final TlsEngine engine;
  @TempDir private Path folder;
  private TestAuthority authority;

  MutualTlsContractTest(TlsEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void makeAuthority() {
    authority = new TestAuthority(folder, "authority");
  }

  @Test
  void who_has_the_certificate_of_its_name_is_welcome() throws IOException {
    try (TlsServer server = start()) {
      server.connect(authority.client("alice")).join("alice");

      assertThat(server.handshakes("ok")).isOne();
    }
  }

  @Test
  void a_name_beyond_ascii_is_compared_as_it_is() throws IOException {
    try (TlsServer server = start()) {
      server.connect(authority.clientOf("CN=\"Jürgen, 李\",O=Example")).join("Jürgen, 李");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void a_session_that_is_resumed_has_its_certificate_still(String version) throws IOException {
    try (TlsServer server = start()) {
      SSLContext shared = server.context(authority.client("alice"));
      for (int i = 0; i < 3; i++) {
        TestClient alice = server.connect(TlsServer.socket(shared, version)).join("alice");
        alice.endOutput().expectEnd();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "ALICE", "alice2"})
  void another_name_than_that_of_the_certificate_is_refused(String name) throws IOException {
    try (TlsServer server = start()) {
      TestClient client = server.connect(authority.client("alice")).send(name + "\n");

      assertThat(client.readToEnd())
          .extracting(Received::msg)
          .containsExactly(
              "⛔ Error: Invalid username: it is not the common name of your certificate, 'alice'.");
    }
  }

  @Test
  void two_common_names_are_none() throws IOException {
    try (TlsServer server = start()) {
      TestClient client = server.connect(authority.clientOf("CN=mallory,CN=alice")).send("alice\n");

      assertThat(client.readToEnd()).singleElement().asString().contains("Invalid username");
    }
  }

  @Test
  void without_a_certificate_nobody_gets_in() throws IOException {
    try (TlsServer server = start()) {
      refused(server, server.connect());
    }
  }

  @Test
  void a_certificate_of_another_authority_gets_nobody_in() throws IOException {
    TestAuthority stranger = new TestAuthority(folder, "stranger");
    try (TlsServer server = start()) {
      refused(server, server.connect(stranger.client("alice")));
    }
  }

  @Test
  void a_certificate_that_has_expired_gets_nobody_in() throws IOException {
    try (TlsServer server = start()) {
      refused(server, server.connect(authority.expiredClient("alice")));
    }
  }

  // With TLS 1.3 the client's own handshake is over before the server has looked.
  private static void refused(TlsServer server, TestClient client) {
    assertThatThrownBy(() -> client.send("alice\n").readToEnd())
        .isInstanceOf(UncheckedIOException.class);
    await().untilAsserted(() -> assertThat(server.handshakes("failed")).isOne());
  }

  private TlsServer start() throws IOException {
    TestCertificate certificate = authority.server("chat");
    return TlsServer.start(authority, certificate, engine, "--tls-client-ca=" + authority.file());
  }
}
