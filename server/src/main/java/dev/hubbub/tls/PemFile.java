package dev.hubbub.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in PEM form, as it was when it was read. Equal to another one that has the same content.
 *
 * @param text its whole content
 */
record PemFile(TlsFileRole role, Path file, String text) {
  private static final int BYTES_MAX = 4 * 1_024 * 1_024;
  private static final Pattern CERTIFICATE = block("(?:X509 |TRUSTED )?CERTIFICATE");
  private static final Pattern KEY = block("PRIVATE KEY");
  private static final Pattern ENCRYPTED_KEY =
      Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: *4,ENCRYPTED");
  private static final Pattern OLD_KEY =
      Pattern.compile("-----BEGIN (RSA|DSA|EC) PRIVATE KEY-----");
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC");

  /**
   * Reads a file.
   *
   * @throws TlsFileException if it can't be read
   */
  static PemFile read(TlsFileRole role, Path file) throws TlsFileException {
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(BYTES_MAX + 1);
    } catch (IOException e) {
      throw new TlsFileException(role, file, "must be a file that can be read");
    }
    if (content.length > BYTES_MAX) {
      throw new TlsFileException(role, file, "must not be over " + BYTES_MAX + " bytes");
    }
    return new PemFile(role, file, new String(content, StandardCharsets.ISO_8859_1));
  }

  /**
   * All certificates in it, in their order.
   *
   * @throws TlsFileException if there is none, or one is broken
   */
  List<X509Certificate> certificates() throws TlsFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Matcher block = CERTIFICATE.matcher(text); block.find(); ) {
        var der = new ByteArrayInputStream(decode(block.group(1)));
        certificates.add((X509Certificate) factory.generateCertificate(der));
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw broken("must hold whole certificates in PEM form");
    }
    if (certificates.isEmpty()) {
      throw broken("must hold a certificate in PEM form");
    }
    return certificates;
  }

  /**
   * The private key in it.
   *
   * @throws TlsFileException if there is none, or it is of another form
   */
  PrivateKey privateKey() throws TlsFileException {
    if (ENCRYPTED_KEY.matcher(text).find()) {
      throw broken(
          "must hold a key that is not encrypted ('openssl pkey -in FILE -out NEW' decrypts it)");
    }
    if (OLD_KEY.matcher(text).find()) {
      throw broken(
          "must hold a key in PKCS#8 form ('openssl pkcs8 -topk8 -nocrypt -in FILE -out NEW'"
              + " converts it)");
    }
    Matcher block = KEY.matcher(text);
    if (!block.find()) {
      throw broken("must hold a private key in PEM form");
    }
    try {
      return parse(new PKCS8EncodedKeySpec(decode(block.group(1))));
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw broken("must hold a private key for RSA or EC");
    }
  }

  private static PrivateKey parse(PKCS8EncodedKeySpec encoded) throws InvalidKeySpecException {
    GeneralSecurityException failure = new InvalidKeySpecException();
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException | NoSuchAlgorithmException e) {
        failure = e;
      }
    }
    throw new InvalidKeySpecException(failure);
  }

  private TlsFileException broken(String rule) {
    return new TlsFileException(role, file, rule);
  }

  private static byte[] decode(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }

  private static Pattern block(String label) {
    return Pattern.compile(
        "-----BEGIN " + label + "-----([^-]*+)-----END " + label + "-----", Pattern.DOTALL);
  }
}
