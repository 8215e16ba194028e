package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office over TLS, with a real server. */
class TlsTest {
  private static final int USERS = 10;

  @TempDir private Path folder;

  private Path authority;
  private ServerProcess server;

  @BeforeEach
  void start() throws Exception {
    X509Bundle root =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    authority = Files.writeString(file("authority.pem"), root.getCertificatePEM());
    issue("server", root);
    server =
        ServerProcess.start("--tls-cert=" + file("server.pem"), "--tls-key=" + file("server.key"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void users_who_trust_the_authority_talk_and_leave_in_good_order() {
    GatlingRun run = office(Map.of("tlsCa", authority, "warmupSeconds", 1));

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
    assertThat(run.output())
        .contains("leave: count of successful events is 10.0 : true")
        .containsPattern("(?s)---- office worker -.*done: +10\\b");
  }

  @Test
  void who_does_not_trust_the_server_says_so() {
    GatlingRun run = office(Map.of("tls", true, "warmupSeconds", 0));

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.MISSED);
    assertThat(run.output()).containsPattern("> no TLS: .* 10 ").containsPattern("done: +10");
  }

  private GatlingRun office(Map<String, Object> tls) {
    Map<String, Object> parameters = new HashMap<>(tls);
    parameters.putAll(
        Map.of(
            "port", server.address().getPort(),
            "users", USERS,
            "rampSeconds", 1,
            "staySeconds", 1,
            "intervalMs", 100,
            "deliveryMsP99Max", 20_000));
    return GatlingRun.of("OfficeDay", parameters, folder.resolve("results"));
  }

  private void issue(String name, X509Bundle root) throws Exception {
    X509Bundle bundle =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + name)
            .addSanIpAddress("127.0.0.1")
            .buildIssuedBy(root);
    Files.writeString(file(name + ".pem"), bundle.getCertificatePathPEM());
    Files.writeString(file(name + ".key"), bundle.getPrivateKeyPEM());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
