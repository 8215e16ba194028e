package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.cli.UsageException;
import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of wrong options for TLS before a server starts. */
class TlsOptionsTest {
  @TempDir private Path folder;
  private TestAuthority authority;
  private TestCertificate certificate;

  @BeforeEach
  void makeCertificate() {
    authority = new TestAuthority(folder, "authority");
    certificate = authority.server("chat");
  }

  @Test
  void a_certificate_needs_its_key() {
    Path chain = certificate.chain();
    refused("'--tls-cert' needs '--tls-key', got: " + chain, "--tls-cert=" + chain);
  }

  @Test
  void a_key_needs_its_certificate() {
    Path key = certificate.key();
    refused("'--tls-key' needs '--tls-cert', got: " + key, "--tls-key=" + key);
  }

  @Test
  void an_authority_of_clients_needs_a_certificate() {
    Path ca = authority.file();
    refused("'--tls-client-ca' needs '--tls-cert', got: " + ca, "--tls-client-ca=" + ca);
  }

  @Test
  void a_file_must_be_there() {
    Path missing = folder.resolve("missing.pem");
    refused(
        "'--tls-cert' must be a file that can be read, got: " + missing,
        "--tls-cert=" + missing,
        "--tls-key=" + certificate.key());
  }

  @Test
  void the_key_must_be_that_of_the_certificate() {
    Path other = authority.server("other").key();
    refused(
        "'--tls-key' must be the key of the certificate in "
            + certificate.chain()
            + ", got: "
            + other,
        "--tls-cert=" + certificate.chain(),
        "--tls-key=" + other);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "-----BEGIN ENCRYPTED PRIVATE KEY-----, must hold a key that is not encrypted"
            + " ('openssl pkey -in FILE -out NEW' decrypts it)",
        "-----BEGIN RSA PRIVATE KEY-----, must hold a key in PKCS#8 form"
            + " ('openssl pkcs8 -topk8 -nocrypt -in FILE -out NEW' converts it)",
        "-----BEGIN PRIVATE KEY-----MIIB-----END PRIVATE KEY-----,"
            + " must hold a private key for RSA or EC",
        "hello, must hold a private key in PEM form"
      })
  void a_key_of_another_form_is_told_what_to_do(String content, String rule) throws IOException {
    Path key = Files.writeString(folder.resolve("other.key"), content);
    refused(
        "'--tls-key' " + rule + ", got: " + key,
        "--tls-cert=" + certificate.chain(),
        "--tls-key=" + key);
  }

  @Test
  void an_authority_must_be_a_certificate() {
    refused(
        "'--tls-client-ca' must hold a certificate in PEM form, got: " + certificate.key(),
        "--tls-cert=" + certificate.chain(),
        "--tls-key=" + certificate.key(),
        "--tls-client-ca=" + certificate.key());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--tls-handshake-timeout, must be between 1ms and 1h, 0s",
        "--tls-reload-interval, must be between 1ms and 1h, 2h",
        "--tls-engine, \"must be auto, boringssl or jdk\", openssl"
      })
  void other_values_have_their_bounds(String option, String rule, String value) {
    refused(
        "'" + option + "' " + rule + ", got: " + value,
        "--tls-cert=" + certificate.chain(),
        "--tls-key=" + certificate.key(),
        option + "=" + value);
  }

  private static void refused(String message, String... options) {
    assertThatThrownBy(() -> ServerFixture.config(options))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
