package dev.hubbub.tls;

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
   * What is in them at this moment. Compared as a whole, so that no change is missed: times of
   * change are too coarse, and a link in the path may lead elsewhere.
   *
   * @throws TlsFileException if one can't be read
   */
  List<PemFile> read() throws TlsFileException {
    List<PemFile> read = new ArrayList<>();
    read.add(PemFile.read(TlsFileRole.CERTIFICATE, certificate));
    read.add(PemFile.read(TlsFileRole.KEY, key));
    if (clientAuthority != null) {
      read.add(PemFile.read(TlsFileRole.AUTHORITY, clientAuthority));
    }
    return read;
  }
}
