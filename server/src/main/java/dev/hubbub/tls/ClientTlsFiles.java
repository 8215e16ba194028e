package dev.hubbub.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a client's certificates are, as PEM files. The certificate and the key are given together
 * or not at all.
 *
 * @param authority certificates of those whom the client trusts to sign the server's certificate;
 *     null: those that the JDK trusts
 * @param certificate the chain that the client shows, its own certificate first; null: none
 * @param key private key of that certificate, PKCS#8, not encrypted
 */
public record ClientTlsFiles(
    @Nullable Path authority, @Nullable Path certificate, @Nullable Path key) {
  /** Trusts whom the JDK trusts, and shows no certificate. */
  public static final ClientTlsFiles NONE = new ClientTlsFiles(null, null, null);

  /** Checks that neither of the two is alone. */
  public ClientTlsFiles {
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("a certificate and its key are given together");
    }
  }
}
