package dev.hubbub.server.testing;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Someone who signs certificates, and the files of those in a folder. */
public final class TestAuthority {
  private static final Duration AGE = Duration.ofDays(1);

  private final Path folder;
  private final X509Bundle root;
  private final Path file;

  /** A new authority of that name. */
  public TestAuthority(Path folder, String name) {
    this.folder = folder;
    this.root =
        built(() ->
            builder(name, Instant.now().plus(AGE))
                .setIsCertificateAuthority(true)
                .buildSelfSigned());
    this.file = write(name + ".pem", root.getCertificatePEM());
  }

  /** The file that others trust. */
  public Path file() {
    return file;
  }

  /** The certificate that others trust. */
  public X509Bundle root() {
    return root;
  }

  /** A certificate of a server at the loopback interface: {@code localhost} and its addresses. */
  public TestCertificate server(String name) {
    return issue(name, loopback(name));
  }

  /** A certificate of a server of that DNS name only. */
  public TestCertificate serverNamed(String dnsName) {
    return issue(dnsName, builder(dnsName, Instant.now().plus(AGE)).addSanDnsName(dnsName));
  }

  /** A certificate of a server at the loopback interface that is no longer valid. */
  public TestCertificate expiredServer(String name) {
    return issue(name, loopback(name).notAfter(Instant.now().minusSeconds(60)));
  }

  /** A certificate of a client. */
  public TestCertificate client(String commonName) {
    return issue(commonName, builder(commonName, Instant.now().plus(AGE.multipliedBy(2))));
  }

  /** A certificate of a client whose subject is that, as RFC 2253 writes it. */
  public TestCertificate clientOf(String subject) {
    return issue("client", builder("", Instant.now().plus(AGE)).subject(subject));
  }

  /** A certificate of a client that is no longer valid. */
  public TestCertificate expiredClient(String commonName) {
    return issue(commonName, builder(commonName, Instant.now().minusSeconds(60)));
  }

  private static CertificateBuilder loopback(String name) {
    return builder(name, Instant.now().plus(AGE))
        .addSanDnsName("localhost")
        .addSanIpAddress("127.0.0.1")
        .addSanIpAddress("::1");
  }

  private static CertificateBuilder builder(String commonName, Instant end) {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=" + commonName)
        .notBefore(Instant.now().minus(AGE))
        .notAfter(end);
  }

  private TestCertificate issue(String name, CertificateBuilder builder) {
    X509Bundle bundle = built(() -> builder.buildIssuedBy(root));
    String base = name.replaceAll("\\W", "_") + "-" + bundle.getCertificate().getSerialNumber();
    return new TestCertificate(
        bundle,
        write(base + ".pem", bundle.getCertificatePathPEM()),
        write(base + ".key", bundle.getPrivateKeyPEM()));
  }

  private Path write(String name, String pem) {
    try {
      return Files.writeString(folder.resolve(name), pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Bundle built(Built made) {
    try {
      return made.bundle();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private interface Built {
    X509Bundle bundle() throws Exception;
  }
}
