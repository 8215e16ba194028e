package dev.hubbub.tls;

import java.io.IOException;
import java.nio.file.Path;

/** A file of certificates or keys that can't be used. */
public final class TlsFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final TlsFileRole role;
  private final transient Path file;
  private final String rule;

  /**
   * A file that breaks a rule.
   *
   * @param role what the file is for
   * @param rule what must hold, as it goes on after the name of the file or of its option
   */
  public TlsFileException(TlsFileRole role, Path file, String rule) {
    super(file + " " + rule);
    this.role = role;
    this.file = file;
    this.rule = rule;
  }

  /** What the file is for. */
  public TlsFileRole role() {
    return role;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What must hold and doesn't: {@code must hold …}. */
  public String rule() {
    return rule;
  }
}
