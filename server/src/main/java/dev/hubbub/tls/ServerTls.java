package dev.hubbub.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's side of TLS 1.3 and 1.2. Its certificates can be exchanged while it runs: connections
 * that are open keep theirs, new ones get the new.
 */
public final class ServerTls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

  private final TlsFiles files;
  private final TlsTimes times;
  private final TlsEngine engine;
  // A handler must not be made from what a reload has just given back.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private ServerCertificate current;
  private List<PemFile> lastTried;
  private String lastProblem = "";
  private boolean closed;

  private ServerTls(TlsFiles files, TlsTimes times, TlsEngine engine, ServerCertificate first) {
    this.files = files;
    this.times = times;
    this.engine = engine;
    this.current = first;
    this.lastTried = first.files();
  }

  /**
   * Reads the certificates.
   *
   * @throws TlsFileException if a file can't be used, or the key is not that of the certificate
   */
  public static ServerTls load(TlsFiles files, TlsTimes times, TlsEngine engine)
      throws TlsFileException {
    ServerCertificate first = ServerCertificate.of(files.read(), engine);
    warnUnlessValid(files, first);
    return new ServerTls(files, times, engine, first);
  }

  /** What does the work, and whether clients need certificates, for a log. */
  public String describe() {
    return engine + (requiresClientCertificate() ? ", client certificates" : "");
  }

  /** Whether clients must have a certificate, whose common name is then their username. */
  public boolean requiresClientCertificate() {
    return files.clientAuthority() != null;
  }

  /** How often {@link #reloadIfChanged} is to be called. */
  public Duration reloadInterval() {
    return times.reloadInterval();
  }

  /** When the certificate that is in use ends. */
  public Instant certificateEnd() {
    lock.readLock().lock();
    try {
      return current.end();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The first handler of one new connection. */
  public SslHandler newHandler(ByteBufAllocator allocator) {
    lock.readLock().lock();
    try {
      SslHandler handler = current.context().newHandler(allocator);
      handler.setHandshakeTimeout(times.handshakeMax().toNanos(), TimeUnit.NANOSECONDS);
      return handler;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Reads the certificates anew if a file has changed; when that fails, the old ones stay in use,
   * and a warning says so once. Blocks.
   */
  public synchronized void reloadIfChanged() {
    try {
      List<PemFile> now = files.read();
      if (!now.equals(lastTried)) {
        lastTried = now;
        replace(ServerCertificate.of(now, engine));
      }
    } catch (TlsFileException e) {
      warn(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        current.release();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void replace(ServerCertificate next) {
    ServerCertificate old;
    lock.writeLock().lock();
    try {
      if (closed) {
        next.release();
        return;
      }
      old = current;
      current = next;
    } finally {
      lock.writeLock().unlock();
    }
    old.release();
    lastProblem = "";
    LOG.atInfo()
        .addKeyValue("file", files.certificate())
        .addKeyValue("valid_until", next.end())
        .log("TLS certificates were reloaded");
    warnUnlessValid(files, next);
  }

  private void warn(String problem) {
    if (!problem.equals(lastProblem)) {
      lastProblem = problem;
      LOG.atWarn()
          .addKeyValue("reason", problem)
          .log("TLS certificates could not be reloaded, the old ones stay");
    }
  }

  // A server with it starts all the same: whoever checks dates refuses it, and says why.
  private static void warnUnlessValid(TlsFiles files, ServerCertificate certificate) {
    if (!certificate.isValidAt(Instant.now())) {
      LOG.atWarn()
          .addKeyValue("file", files.certificate())
          .addKeyValue("valid_from", certificate.start())
          .addKeyValue("valid_until", certificate.end())
          .log("the TLS certificate is not valid now");
    }
  }
}
