package dev.hubbub.tls.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.UsageException;
import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import dev.hubbub.tls.ClientTls;
import dev.hubbub.tls.ClientTlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How the options for TLS of the clients are read, and what is said of wrong ones. */
class TlsClientOptionsTest {
  @TempDir private Path folder;
  private TestAuthority authority;
  private TestCertificate alice;

  @BeforeEach
  void makeCertificates() {
    authority = new TestAuthority(folder, "authority");
    alice = authority.client("alice");
  }

  @Test
  void without_them_it_is_plain_tcp() {
    assertThat(options().isEnabled()).isFalse();
    assertThat(options().files()).isNull();
    assertThat(options().load(Duration.ofSeconds(1))).isNull();
  }

  @Test
  void tls_alone_trusts_whom_the_jdk_trusts() {
    assertThat(options("--tls").files()).isEqualTo(ClientTlsFiles.NONE);
  }

  @Test
  void the_others_imply_tls() {
    TlsClientOptions options =
        options(
            "--tls-ca=" + authority.file(),
            "--tls-cert=" + alice.chain(),
            "--tls-key=" + alice.key());

    assertThat(options.isEnabled()).isTrue();
    assertThat(options.files())
        .isEqualTo(new ClientTlsFiles(authority.file(), alice.chain(), alice.key()));
    try (ClientTls tls = Objects.requireNonNull(options.load(Duration.ofSeconds(1)))) {
      assertThat(tls.commonName()).contains("alice");
    }
  }

  @Test
  void they_read_environment_variables() {
    Probe probe = new Probe();
    Map<String, String> environment =
        Map.of("HUBBUB_TLS", "true", "HUBBUB_TLS_CA", authority.file().toString());
    Commands.commandLine(probe, environment).parseArgs();

    assertThat(probe.options.files()).isEqualTo(new ClientTlsFiles(authority.file(), null, null));
  }

  @Test
  void a_certificate_needs_its_key() {
    refused("'--tls-cert' needs '--tls-key', got: " + alice.chain(), "--tls-cert=" + alice.chain());
  }

  @Test
  void a_key_needs_its_certificate() {
    refused("'--tls-key' needs '--tls-cert', got: " + alice.key(), "--tls-key=" + alice.key());
  }

  @Test
  void a_file_must_be_there() {
    Path missing = folder.resolve("missing.pem");
    refused("'--tls-ca' must be a file that can be read, got: " + missing, "--tls-ca=" + missing);
  }

  @Test
  void an_authority_must_be_a_certificate() {
    refused(
        "'--tls-ca' must hold a certificate in PEM form, got: " + alice.key(),
        "--tls-ca=" + alice.key());
  }

  @Test
  void a_certificate_must_be_whole() throws IOException {
    Path broken = folder.resolve("broken.pem");
    String pem = Files.readString(alice.chain());
    Files.writeString(broken, pem.replaceFirst("M", "!"));
    refused(
        "'--tls-cert' must hold whole certificates in PEM form, got: " + broken,
        "--tls-cert=" + broken,
        "--tls-key=" + alice.key());
  }

  @Test
  void a_key_must_be_that_of_the_certificate() {
    Path other = authority.client("bob").key();
    refused(
        "'--tls-key' must be the key of the certificate in " + alice.chain() + ", got: " + other,
        "--tls-cert=" + alice.chain(),
        "--tls-key=" + other);
  }

  @Test
  void a_key_must_not_be_encrypted() throws IOException {
    Path encrypted = folder.resolve("encrypted.key");
    Files.writeString(
        encrypted,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH\n-----END ENCRYPTED PRIVATE KEY-----\n");
    refused(
        "'--tls-key' must hold a key that is not encrypted"
            + " ('openssl pkey -in FILE -out NEW' decrypts it), got: "
            + encrypted,
        "--tls-cert=" + alice.chain(),
        "--tls-key=" + encrypted);
  }

  private static void refused(String message, String... arguments) {
    TlsClientOptions options = options(arguments);
    assertThatThrownBy(options::files).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static TlsClientOptions options(String... arguments) {
    Probe probe = new Probe();
    Commands.commandLine(probe, Map.of()).parseArgs(arguments);
    return probe.options;
  }

  @Command(name = "probe")
  private static final class Probe {
    @Mixin private final TlsClientOptions options = new TlsClientOptions();
  }
}
