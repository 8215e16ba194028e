package dev.hubbub.tls;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Who the other side says it is, and an authority vouches for. */
public final class PeerCertificate {
  private PeerCertificate() {}

  /** The common name in the peer's certificate; empty without TLS, certificate or name. */
  public static Optional<String> commonName(ChannelPipeline pipeline) {
    SslHandler handler = pipeline.get(SslHandler.class);
    if (handler == null) {
      return Optional.empty();
    }
    try {
      var certificates = handler.engine().getSession().getPeerCertificates();
      return certificates.length > 0 && certificates[0] instanceof X509Certificate certificate
          ? commonName(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** The common name in a certificate; empty if it has none, or more than one. */
  static Optional<String> commonName(X509Certificate certificate) {
    try {
      List<String> names =
          new LdapName(certificate.getSubjectX500Principal().getName())
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                  .map(Rdn::getValue)
                  .map(Object::toString)
                  .toList();
      return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
