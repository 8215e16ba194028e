package dev.hubbub.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A certificate that signed itself, for a server that is started only to be measured: of the
 * loopback interface, for two days, made by the JDK's {@code keytool}. Its files can be read by
 * nobody else and are deleted at the end.
 */
final class TemporaryCertificate implements AutoCloseable {
  private static final String ALIAS = "hubbub";
  // Guards nothing: the key stands beside it, for the server wants it so.
  private static final String PASSWORD = "changeit";
  private static final long MAKE_SECONDS_MAX = 30;

  private final Path folder;

  private TemporaryCertificate(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes one.
   *
   * @throws IOException if the JDK's tool can't make it, with its words
   */
  static TemporaryCertificate make() throws IOException, InterruptedException {
    TemporaryCertificate made =
        new TemporaryCertificate(
            Files.createTempDirectory(
                "hubbub-tls-",
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------"))));
    try {
      made.run();
      return made;
    } catch (IOException | InterruptedException e) {
      made.close();
      throw e;
    }
  }

  /** The certificate, PEM. */
  Path certificate() {
    return folder.resolve("server.pem");
  }

  /** Its key, PEM. */
  Path key() {
    return folder.resolve("server.key");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void run() throws IOException, InterruptedException {
    Path store = folder.resolve("server.p12");
    Process keytool = new ProcessBuilder(command(store)).redirectErrorStream(true).start();
    keytool.getOutputStream().close();
    String output;
    try (InputStream words = keytool.getInputStream()) {
      output = new String(words.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
    if (!keytool.waitFor(MAKE_SECONDS_MAX, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      keytool.destroyForcibly();
      throw new IOException("keytool made no certificate for '--tls': " + output);
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore entries = KeyStore.getInstance("PKCS12");
      entries.load(in, PASSWORD.toCharArray());
      write(certificate(), "CERTIFICATE", entries.getCertificate(ALIAS).getEncoded());
      write(key(), "PRIVATE KEY", entries.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("keytool made no certificate for '--tls': " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path store) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static void write(Path file, String label, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }
}
