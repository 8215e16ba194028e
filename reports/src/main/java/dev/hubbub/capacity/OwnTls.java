package dev.hubbub.capacity;

import dev.hubbub.cli.UsageException;
import dev.hubbub.tls.ClientTlsFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS between a server that is started and the generator. Unless the server is given a certificate,
 * it gets one of its own, which the generator trusts.
 *
 * @param serverArguments of the server
 * @param clientFiles of the generator, null for plain TCP
 * @param made what was made for it and is to be deleted, or null
 */
record OwnTls(
    List<String> serverArguments,
    @Nullable ClientTlsFiles clientFiles,
    @Nullable TemporaryCertificate made)
    implements AutoCloseable {

  /**
   * What holds for these options.
   *
   * @param given what the generator is to use, null for plain TCP
   * @throws UsageException if they contradict each other
   */
  static void require(@Nullable ClientTlsFiles given, List<String> serverArguments) {
    boolean serverHasCertificate = hasCertificate(serverArguments);
    if (given == null && serverHasCertificate) {
      throw new UsageException(
          "'--server-arg' with a certificate needs '--tls', got: " + serverArguments);
    }
    if (given != null && !given.equals(ClientTlsFiles.NONE) && !serverHasCertificate) {
      throw new UsageException(
          "'--tls-ca', '--tls-cert' and '--tls-key' need '--host' or a certificate for the server"
              + " ('--server-arg=--tls-cert=FILE'): without them it gets one by itself");
    }
  }

  /** Makes what is missing. The options must have been found good. */
  static OwnTls of(@Nullable ClientTlsFiles given, List<String> serverArguments)
      throws IOException, InterruptedException {
    if (given == null || hasCertificate(serverArguments)) {
      return new OwnTls(serverArguments, given, null);
    }
    TemporaryCertificate made = TemporaryCertificate.make();
    List<String> arguments = new ArrayList<>(serverArguments);
    arguments.add("--tls-cert=" + made.certificate());
    arguments.add("--tls-key=" + made.key());
    return new OwnTls(
        List.copyOf(arguments), new ClientTlsFiles(made.certificate(), null, null), made);
  }

  @Override
  public void close() throws IOException {
    if (made != null) {
      made.close();
    }
  }

  private static boolean hasCertificate(List<String> serverArguments) {
    return System.getenv("HUBBUB_TLS_CERT") != null
        || serverArguments.stream().anyMatch(argument -> argument.startsWith("--tls-cert"));
  }
}
