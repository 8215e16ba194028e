package dev.hubbub.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's certificates are, as PEM files.
 *
 * @param certificate the chain, the server's own certificate first
 * @param key its private key, PKCS#8, not encrypted
 * @param clientAuthority certificates of those who sign clients' certificates, which every client
 *     must then have; null when clients need none
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientAuthority) {
  /**
   * What the files are at this moment: differs when one of them was changed or replaced.
   *
   * @throws IOException if one can't be looked at
   */
  List<String> stamps() throws IOException {
    List<String> stamps = new ArrayList<>();
    for (Path file : files()) {
      stamps.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
    }
    return stamps;
  }

  private List<Path> files() {
    return clientAuthority == null
        ? List.of(certificate, key)
        : List.of(certificate, key, clientAuthority);
  }
}
