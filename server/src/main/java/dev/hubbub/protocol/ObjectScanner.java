package dev.hubbub.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/**
 * Finds where JSON objects begin and end in a stream of bytes, wherever the stream was cut into
 * pieces.
 *
 * <p>An object begins at <code>{</code> and ends where its braces balance, braces inside strings
 * aside. Brackets count for the nesting limit only, so that an object with a stray bracket still
 * ends at its last brace and the stream goes on. Every byte is looked at once: the scanner
 * remembers how far into an unfinished object it came.
 *
 * <p>Holds the state of one stream; used by one thread at a time.
 */
public final class ObjectScanner {
  /** What the scan came to. */
  public enum Found {
    /** All bytes are scanned; an object may have begun and still be open. */
    NOTHING,
    /**
     * A whole object: {@link ObjectScanner#objectBytes()} from the reader index on, which the
     * caller consumes.
     */
    OBJECT,
    /**
     * Bytes that can't begin an object. Said once a run; the run goes to the next line feed or
     * brace.
     */
    GARBAGE,
    /** An object that nests too deep. The stream can't be scanned further. */
    TOO_DEEP,
    /** An object over the size limit. The stream can't be scanned further. */
    TOO_LARGE
  }

  private final int objectBytesMax;
  private final ByteProcessor insideObject = this::stepInsideObject;

  private boolean skippingGarbage;
  private boolean inObject;
  private boolean inString;
  private boolean escaped;
  private int braces;
  private int brackets;
  private boolean tooDeep;
  private int scannedBytes;

  /** A scanner for objects of at most so many bytes. */
  public ObjectScanner(int objectBytesMax) {
    if (objectBytesMax < 2) {
      throw new IllegalArgumentException(
          "'objectBytesMax' must be at least 2, got: " + objectBytesMax);
    }
    this.objectBytesMax = objectBytesMax;
  }

  /**
   * Scans from the reader index on. White space and garbage between objects are consumed; the bytes
   * of an object are left in place, and the next call expects an unfinished one to begin at the
   * reader index again.
   */
  public Found scan(ByteBuf in) {
    if (!inObject) {
      Found before = skipToObject(in);
      if (before != Found.OBJECT) {
        return before;
      }
      inObject = true;
    }
    int from = in.readerIndex() + scannedBytes;
    int length = Math.min(in.readableBytes(), objectBytesMax) - scannedBytes;
    int end = in.forEachByte(from, length, insideObject);
    if (end < 0) {
      scannedBytes += length;
      return in.readableBytes() > objectBytesMax ? Found.TOO_LARGE : Found.NOTHING;
    }
    if (tooDeep) {
      return Found.TOO_DEEP;
    }
    scannedBytes = end + 1 - in.readerIndex();
    inObject = false;
    return Found.OBJECT;
  }

  /** Length of the object that the last scan found; valid until the next scan. */
  public int objectBytes() {
    return scannedBytes;
  }

  /** Whether an object has begun and not ended. */
  public boolean isInsideObject() {
    return inObject;
  }

  /** Whether what was scanned has left no trace: what comes next could be of another stream. */
  public boolean isBetweenObjects() {
    return !inObject && !skippingGarbage;
  }

  private Found skipToObject(ByteBuf in) {
    scannedBytes = 0;
    while (in.isReadable()) {
      byte b = in.getByte(in.readerIndex());
      if (b == '{') {
        skippingGarbage = false;
        brackets = 0;
        return Found.OBJECT;
      }
      in.skipBytes(1);
      if (b == '\n') {
        skippingGarbage = false;
      } else if (!skippingGarbage && !isWhiteSpace(b)) {
        skippingGarbage = true;
        return Found.GARBAGE;
      }
    }
    return Found.NOTHING;
  }

  // Returns whether to go on, as ByteProcessor has it.
  private boolean stepInsideObject(byte b) {
    if (inString) {
      stepInsideString(b);
      return true;
    }
    switch (b) {
      case '"' -> inString = true;
      case '{' -> braces++;
      case '[' -> brackets++;
      case ']' -> brackets = Math.max(0, brackets - 1);
      case '}' -> braces--;
      default -> {
        return true;
      }
    }
    tooDeep = braces + brackets > Limits.NESTING_MAX;
    return braces > 0 && !tooDeep;
  }

  private void stepInsideString(byte b) {
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"') {
      inString = false;
    }
  }

  private static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
