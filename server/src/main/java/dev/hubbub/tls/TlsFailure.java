package dev.hubbub.tls;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Why a client's handshake failed, in words that say what to do. */
public final class TlsFailure {
  private TlsFailure() {}

  /** The reason in words; that of a failure which has nothing to do with TLS is its own. */
  public static String describe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known =
          switch (cause) {
            case NotSslRecordException _ -> "the server speaks no TLS on this port";
            case SslHandshakeTimeoutException e -> "no TLS handshake: " + e.getMessage();
            case CertificateExpiredException _ -> "the server's certificate has expired";
            case CertificateNotYetValidException _ -> "the server's certificate is not valid yet";
            default -> null;
          };
      if (known != null) {
        return known;
      }
    }
    return describeRoot(failure);
  }

  private static String describeRoot(Throwable failure) {
    Throwable root = failure;
    boolean certificate = false;
    boolean tls = false;
    while (true) {
      certificate |= root instanceof CertificateException;
      certificate |= root instanceof CertPathValidatorException;
      tls |= root instanceof SSLException;
      if (root.getCause() == null) {
        break;
      }
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    if (certificate || text.contains("certification path")) {
      return "the server's certificate is not trusted: " + text;
    }
    if (root instanceof ClosedChannelException) {
      return "the server closed the connection during the TLS handshake";
    }
    return tls ? "TLS failed: " + text : text;
  }
}
