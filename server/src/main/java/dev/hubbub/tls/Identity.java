package dev.hubbub.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a side shows to the other one, and the key that proves it.
 *
 * @param chain its own certificate first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] SAMPLE = {1, 2, 3, 4};

  /**
   * The certificate and the key of two files.
   *
   * @throws TlsFileException if a file holds something else, or the two don't belong together
   */
  static Identity of(PemFile certificate, PemFile key) throws TlsFileException {
    List<X509Certificate> chain = certificate.certificates();
    PrivateKey privateKey = key.privateKey();
    if (!isPair(chain.getFirst().getPublicKey(), privateKey)) {
      throw new TlsFileException(
          TlsFileRole.KEY,
          key.file(),
          "must be the key of the certificate in " + certificate.file());
    }
    return new Identity(privateKey, chain);
  }

  /** The own certificate. */
  X509Certificate certificate() {
    return chain.getFirst();
  }

  private static boolean isPair(PublicKey publicKey, PrivateKey privateKey) {
    String algorithm = privateKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(privateKey);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // Keys of two kinds.
      return false;
    }
  }
}
