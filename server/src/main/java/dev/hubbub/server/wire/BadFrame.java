package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics.BadInput;

/** What a stream can have in place of an object. */
enum BadFrame {
  /** Bytes that can't begin an object. */
  GARBAGE(BadInput.GARBAGE, false),
  /** The stream ended inside an object. */
  TRUNCATED(BadInput.TRUNCATED, false),
  /** An object that nests too deep. */
  TOO_DEEP(BadInput.TOO_DEEP, true),
  /** An object over the size limit. */
  TOO_LARGE(BadInput.TOO_LARGE, true);

  private final BadInput kind;
  private final boolean fatal;

  BadFrame(BadInput kind, boolean fatal) {
    this.kind = kind;
    this.fatal = fatal;
  }

  BadInput kind() {
    return kind;
  }

  /** Whether the stream can't be read any further. */
  boolean isFatal() {
    return fatal;
  }
}
