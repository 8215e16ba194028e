package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import dev.hubbub.server.testing.TestClient;
import dev.hubbub.tls.TlsEngine;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol inside TLS, and what is no TLS, with either engine. */
@ParameterizedClass
@EnumSource(TlsEngine.class)
class TlsContractTest {
  private static final int ALERT = 0x15;

  /** The first message of a client that speaks TLS 1.1 at most (RFC 4346, section 7.4.1.2). */
  private static final byte[] HELLO_OF_TLS_1_1 =
      HexFormat.of()
          .parseHex(
              "16030100410100003d03020102030405060708090a0b0c0d0e0f101112131415161718191a1b"
                  + "1c1d1e1f20000004c009c01301000010000a00060004001d0017000b00020100");

  private final TlsEngine engine;
  @TempDir private Path folder;
  private TestAuthority authority;

  TlsContractTest(TlsEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void makeAuthority() {
    authority = new TestAuthority(folder, "authority");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void both_versions_carry_messages(String version) throws IOException {
    try (TlsServer server = start()) {
      SSLSocket socket = TlsServer.socket(server.context(null), version);
      TestClient alice = server.connect(socket).join("alice");

      assertThat(alice.say("alice", "hi").read())
          .isEqualTo(new Received("alice", "127.0.0.1", "alice", "hi"));
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(server.handshakes("ok")).isOne();
    }
  }

  @Test
  void older_versions_are_refused_by_name() throws IOException {
    try (TlsServer server = start()) {
      byte[] answer = server.connectPlainly().send(HELLO_OF_TLS_1_1).receive(64);

      assertThat(answer[0]).as("an alert").isEqualTo((byte) ALERT);
      assertThat(answer[6]).as("protocol_version").isEqualTo((byte) 70);
      await().untilAsserted(() -> assertThat(server.handshakes("failed")).isOne());
    }
  }

  @Test
  void plain_text_gets_no_word_and_is_counted() throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connectPlainly().send("alice\n" + Json.message("/help", ""));

      byte[] answer = receiveToEnd(alice);
      assertThat(answer.length == 0 || answer[0] == ALERT).as("%s", text(answer)).isTrue();
      await().untilAsserted(() -> assertThat(server.handshakes("failed")).isOne());
    }
  }

  @Test
  void a_handshake_that_stalls_is_ended() throws IOException {
    try (TlsServer server = start("--tls-handshake-timeout=100ms")) {
      server.connectPlainly().expectEnd();

      await().untilAsserted(() -> assertThat(server.handshakes("timeout")).isOne());
    }
  }

  @Test
  void a_handshake_is_part_of_the_time_for_registration() throws IOException {
    try (TlsServer server = start("--registration-timeout=100ms", "--tls-handshake-timeout=1h")) {
      server.connectPlainly().expectEnd();
    }
  }

  @Test
  void who_says_no_name_after_the_handshake_is_told_so() throws IOException {
    try (TlsServer server = start("--registration-timeout=500ms")) {
      assertThat(server.connect().readToEnd())
          .extracting(Received::msg)
          .containsExactly("⛔ Error: No username received within 0.5 s.");
    }
  }

  @Test
  void a_field_client_sends_its_bare_name_and_reads_one_message_at_a_time() throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connect().send("alice");

      assertThat(text(alice.receive(1_024))).contains("Welcome alice!").endsWith("\n");
      alice.send(Json.message("/help", ""));
      assertThat(text(alice.receive(1_024))).contains("Available commands:").endsWith("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void who_ends_its_side_gets_all_replies_and_then_the_end(String version) throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connect(version);
      alice.send("alice\n" + Json.message("/help", "").repeat(2_000));

      assertThat(alice.endOutput().readToEnd().size()).isEqualTo(2_001);
    }
  }

  @Test
  void who_ends_the_stream_below_tls_gets_all_replies_too() throws IOException {
    try (TlsServer server = start();
        Socket plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      TestClient alice = server.connectOver(plain).join("alice");
      alice.send(Json.message("/help", "").repeat(500));
      plain.shutdownOutput();

      assertThat(alice.readToEnd().size()).isEqualTo(500);
    }
  }

  @Test
  void a_client_that_asks_for_much_and_reads_late_gets_everything() throws IOException {
    int requests = 20_000;
    try (TlsServer server = start()) {
      TestClient alice = server.connect().join("alice");
      Thread asking =
          Thread.startVirtualThread(() -> {
            for (int i = 0; i < requests / 500; i++) {
              alice.send(Json.message("/help", "").repeat(500));
            }
          });

      assertThat(alice.read(requests).size()).isEqualTo(requests);
      join(asking);
    }
  }

  @Test
  void a_receiver_that_does_not_read_is_cut_and_its_sender_is_told() throws IOException {
    try (TlsServer server = start("--max-pending-bytes=100000")) {
      server.connect().join("slow");
      TestClient alice = server.connect().join("alice");
      String text = "m".repeat(60_000);
      Thread.startVirtualThread(() -> {
        for (int i = 0; i < 400; i++) {
          alice.say("slow", text);
        }
      });

      assertThat(alice.read().msg()).isEqualTo("❌ Error: User 'slow' is not available.");
    }
  }

  @Test
  void a_long_message_arrives_whole() throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connect().join("alice");
      String text = "ä".repeat(30_000);

      assertThat(alice.say("alice", text).read().msg()).isEqualTo(text);
    }
  }

  @Test
  void the_reply_before_a_close_arrives_and_the_close_is_announced() throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connect().join("alice").send("{\"" + "m".repeat(300_000));

      // Without the announcement the client's side of TLS fails instead.
      assertThat(alice.readToEnd())
          .extracting(Received::msg)
          .containsExactly("❌ Error: Message over 65536 bytes");
    }
  }

  @Test
  void a_name_that_is_taken_is_refused() throws IOException {
    try (TlsServer server = start()) {
      server.connect().join("alice");

      assertThat(server.connect().send("alice\n").readToEnd())
          .extracting(Received::msg)
          .containsExactly("⛔ Error: Username already in! Try with another name.");
    }
  }

  @Test
  void a_connection_that_is_cut_frees_its_name() throws IOException {
    try (TlsServer server = start();
        Socket plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      server.connectOver(plain).join("alice");
      reset(plain);

      await()
          .untilAsserted(() ->
              assertThat(server.connect().send("alice\n").read().msg())
                  .startsWith("Welcome alice!"));
    }
  }

  @Test
  void a_full_server_says_so_inside_tls() throws IOException {
    try (TlsServer server = start("--max-connections=1", "--max-unregistered=1")) {
      server.connect().join("alice");

      assertThat(server.connect().readToEnd())
          .extracting(Received::msg)
          .containsExactly("⛔ Error: Server full.");
    }
  }

  @Test
  void too_many_from_one_address_are_told_so_inside_tls() throws IOException {
    try (TlsServer server = start("--max-connections-per-address=1")) {
      server.connect().join("alice");

      assertThat(server.connect().readToEnd())
          .extracting(Received::msg)
          .containsExactly("⛔ Error: Too many connections from your address.");
    }
  }

  @Test
  void the_transport_of_machines_without_epoll_carries_it_too() throws IOException {
    try (TlsServer server = start("--transport=nio")) {
      TestClient alice = server.connect().join("alice");

      alice.send(Json.message("/help", "").repeat(2_000));
      assertThat(alice.endOutput().readToEnd().size()).isEqualTo(2_000);
    }
  }

  @Test
  void new_connections_get_the_new_certificate_and_old_ones_go_on() throws IOException {
    TestCertificate first = authority.server("first");
    TestCertificate second = authority.server("second");
    BigInteger serialOfFirst = serial(first);
    try (TlsServer server =
        TlsServer.start(authority, first, engine, "--tls-reload-interval=20ms")) {
      TestClient alice = server.connect().join("alice");
      assertThat(serial(server)).isEqualTo(serialOfFirst);

      Files.writeString(first.chain(), Files.readString(second.chain()));
      Files.writeString(first.key(), Files.readString(second.key()));

      await().untilAsserted(() -> assertThat(serial(server)).isEqualTo(serial(second)));
      assertThat(alice.say("alice", "still here").read().msg()).isEqualTo("still here");
    }
  }

  @Test
  void users_are_told_when_the_server_stops() throws IOException {
    try (TlsServer server = start()) {
      TestClient alice = server.connect().join("alice");
      Thread stopping = Thread.startVirtualThread(server::stop);

      assertThat(alice.readToEnd())
          .extracting(Received::msg)
          .containsExactly("Server is shutting down.");
      join(stopping);
    }
  }

  private TlsServer start(String... options) throws IOException {
    return TlsServer.start(authority, engine, options);
  }

  private static BigInteger serial(TlsServer server) throws IOException {
    SSLSocket socket = TlsServer.socket(server.context(null), "TLSv1.3");
    server.connect(socket);
    socket.startHandshake();
    return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
  }

  private static BigInteger serial(TestCertificate certificate) {
    return certificate.bundle().getCertificate().getSerialNumber();
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] receiveToEnd(TestClient client) {
    byte[] all = new byte[0];
    for (byte[] next = client.receive(1_024); next.length > 0; next = client.receive(1_024)) {
      int before = all.length;
      all = Arrays.copyOf(all, before + next.length);
      System.arraycopy(next, 0, all, before, next.length);
    }
    return all;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
