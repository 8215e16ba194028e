package dev.hubbub.bots;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of an authority and of certificates that it signed, for TLS in tests. */
final class TestCertificates {
  private final Path folder;
  private final X509Bundle authority;

  TestCertificates(Path folder) throws Exception {
    this.folder = folder;
    this.authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Files.writeString(authority(), authority.getCertificatePEM());
    issue("server");
  }

  /** The certificate of the authority. */
  Path authority() {
    return folder.resolve("authority.pem");
  }

  /** Makes a certificate of that name, for the loopback address too. */
  TestCertificates issue(String name) throws Exception {
    X509Bundle bundle =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + name)
            .addSanIpAddress("127.0.0.1")
            .buildIssuedBy(authority);
    Files.writeString(chain(name), bundle.getCertificatePathPEM());
    Files.writeString(key(name), bundle.getPrivateKeyPEM());
    return this;
  }

  /** The certificate of that name. */
  Path chain(String name) {
    return folder.resolve(name + ".pem");
  }

  /** Its key. */
  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /** The options of a server that has the certificate {@code server}. */
  String[] serverOptions() {
    return new String[] {"--tls-cert=" + chain("server"), "--tls-key=" + key("server")};
  }
}
