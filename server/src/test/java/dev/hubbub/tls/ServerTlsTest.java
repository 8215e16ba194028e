package dev.hubbub.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which certificate a server has, while its files change. */
@ParameterizedClass
@EnumSource(TlsEngine.class)
class ServerTlsTest {
  private static final TlsTimes TIMES = new TlsTimes(Duration.ofSeconds(10), Duration.ofSeconds(5));

  private final TlsEngine engine;
  @TempDir private Path folder;
  private TestAuthority authority;
  private TestCertificate first;
  private TestCertificate second;
  private Path certificate;
  private Path key;
  private ServerTls tls;

  ServerTlsTest(TlsEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void load() throws IOException {
    authority = new TestAuthority(folder, "authority");
    first = authority.server("first");
    second = authority.client("second");
    certificate = Files.copy(first.chain(), folder.resolve("server.pem"));
    key = Files.copy(first.key(), folder.resolve("server.key"));
    tls = ServerTls.load(new TlsFiles(certificate, key, null), TIMES, engine);
  }

  @AfterEach
  void close() {
    tls.close();
  }

  @Test
  void files_that_are_the_same_are_not_read_into_a_new_one() {
    SslHandler before = handler();
    tls.reloadIfChanged();

    assertThat(tls.certificateEnd()).isEqualTo(endOf(first));
    ReferenceCountUtil.release(before.engine());
  }

  @Test
  void files_that_were_written_anew_are_used() throws IOException {
    replace(second);
    tls.reloadIfChanged();

    assertInUse(second);
  }

  @Test
  void a_change_that_neither_size_nor_time_tell_is_noticed() throws IOException {
    FileTime time = Files.getLastModifiedTime(certificate);
    String pem = Files.readString(second.chain());
    Files.writeString(certificate, padded(pem));
    Files.writeString(key, Files.readString(second.key()));
    tls.reloadIfChanged();
    assertInUse(second);

    Files.writeString(certificate, padded(Files.readString(first.chain())));
    Files.writeString(key, Files.readString(first.key()));
    Files.setLastModifiedTime(certificate, time);
    Files.setLastModifiedTime(key, time);
    tls.reloadIfChanged();
    assertInUse(first);
  }

  @Test
  void a_file_that_is_moved_into_its_place_is_noticed() throws IOException {
    Path next = Files.copy(second.chain(), folder.resolve("next.pem"));
    Files.writeString(key, Files.readString(second.key()));
    Files.move(next, certificate, StandardCopyOption.ATOMIC_MOVE);
    tls.reloadIfChanged();

    assertInUse(second);
  }

  @Test
  void a_folder_behind_a_link_is_exchanged_as_kubernetes_does_it() throws IOException {
    Path old = folderOf("2026-01", first);
    Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
    try (ServerTls mounted =
        ServerTls.load(
            new TlsFiles(data.resolve("tls.crt"), data.resolve("tls.key"), null), TIMES, engine)) {
      Path next = Files.createSymbolicLink(folder.resolve("..next"), folderOf("2026-02", second));
      Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      mounted.reloadIfChanged();

      assertThat(mounted.certificateEnd()).isEqualTo(endOf(second));
    }
  }

  @Test
  void a_broken_file_leaves_the_old_one_in_use_until_it_is_repaired() throws IOException {
    Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nMIIB");
    tls.reloadIfChanged();
    assertInUse(first);

    Files.delete(certificate);
    tls.reloadIfChanged();
    assertInUse(first);

    replace(second);
    tls.reloadIfChanged();
    assertInUse(second);
  }

  @Test
  void a_certificate_without_its_key_leaves_the_old_one_in_use_until_the_key_is_there()
      throws IOException {
    Files.writeString(certificate, Files.readString(second.chain()));
    tls.reloadIfChanged();
    assertInUse(first);

    Files.writeString(key, Files.readString(second.key()));
    tls.reloadIfChanged();
    assertInUse(second);
  }

  @Test
  void a_handler_of_before_goes_on_after_a_change() throws IOException {
    SslHandler before = handler();
    replace(second);
    tls.reloadIfChanged();

    assertThat(before.engine().getSupportedProtocols()).contains("TLSv1.3");
    ReferenceCountUtil.release(before.engine());
  }

  @Test
  void a_key_of_another_certificate_is_refused_at_the_start() {
    assertThatThrownBy(
            () -> ServerTls.load(new TlsFiles(first.chain(), second.key(), null), TIMES, engine))
        .isInstanceOf(TlsFileException.class)
        .hasMessage(second.key() + " must be the key of the certificate in " + first.chain());
  }

  @Test
  void a_certificate_that_has_expired_is_served_all_the_same() throws IOException {
    TestCertificate expired = authority.expiredServer("old");
    try (ServerTls old =
        ServerTls.load(new TlsFiles(expired.chain(), expired.key(), null), TIMES, engine)) {
      assertThat(old.certificateEnd()).isBefore(Instant.now());
    }
  }

  private SslHandler handler() {
    return tls.newHandler(UnpooledByteBufAllocator.DEFAULT);
  }

  private void replace(TestCertificate next) throws IOException {
    Files.writeString(certificate, Files.readString(next.chain()));
    Files.writeString(key, Files.readString(next.key()));
  }

  private void assertInUse(TestCertificate expected) {
    assertThat(tls.certificateEnd()).isEqualTo(endOf(expected));
  }

  private Path folderOf(String name, TestCertificate content) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.copy(content.chain(), made.resolve("tls.crt"));
    Files.copy(content.key(), made.resolve("tls.key"));
    return made;
  }

  private static Instant endOf(TestCertificate certificate) {
    return certificate.bundle().getCertificate().getNotAfter().toInstant();
  }

  private static String padded(String pem) {
    return pem + "#".repeat(8_000 - pem.length());
  }
}
