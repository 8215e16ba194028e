package dev.hubbub.measure.result;

/**
 * What server and generator agreed on for TLS.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipher suite
 * @param generatorEngine what does the work on the generator's side: {@code BoringSSL} or {@code
 *     JDK}
 */
public record TlsUse(String version, String cipher, String generatorEngine) {
  /** In words. */
  public String text() {
    return version + ", " + cipher + ", generator by " + generatorEngine;
  }
}
