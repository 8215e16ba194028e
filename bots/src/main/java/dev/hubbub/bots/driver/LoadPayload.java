package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The {@code msg} of a load message: eight characters of the run, two hexadecimal digits of the
 * worker, twelve of the sequence number, a mark that tells a message to everyone, and padding up to
 * a fixed size.
 *
 * <p>The fixed place of everything, counted from the end of the object, is what makes recognising a
 * message cheap: two comparisons of eight bytes.
 */
public final class LoadPayload {
  /** The smallest payload that holds all of it. */
  public static final int BYTES_MIN = 24;

  /** The largest: with the rest of the message around it, a server must still take it in. */
  public static final int BYTES_MAX = 60_000;

  static final int TOKEN_BYTES = 8;
  private static final int WORKER_DIGITS = 2;
  static final int SEQUENCE_DIGITS = 12;
  static final int SEQUENCE_AT = TOKEN_BYTES + WORKER_DIGITS;
  static final int MARK_AT = SEQUENCE_AT + SEQUENCE_DIGITS;
  static final byte TO_ONE = 'd';
  static final byte TO_EVERYONE = 's';
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final String token;
  private final long tokenBits;
  private final int worker;
  private final int bytes;

  /**
   * The payload of a worker's messages.
   *
   * @param runToken eight ASCII letters or digits
   * @param worker its number, under 256
   * @param bytes size of the payload
   */
  public LoadPayload(String runToken, int worker, int bytes) {
    if (!runToken.matches("[a-z0-9]{" + TOKEN_BYTES + "}")) {
      throw new IllegalArgumentException("'runToken' must be 8 letters or digits: " + runToken);
    }
    if (worker < 0 || worker >= 1 << (4 * WORKER_DIGITS)) {
      throw new IllegalArgumentException("'worker' must be between 0 and 255, got: " + worker);
    }
    if (bytes < BYTES_MIN || bytes > BYTES_MAX) {
      throw new IllegalArgumentException("'bytes' out of range: " + bytes);
    }
    this.token = runToken;
    this.tokenBits = bitsOf(runToken);
    this.worker = worker;
    this.bytes = bytes;
  }

  /** The worker whose messages these are. */
  public int worker() {
    return worker;
  }

  /** The size on the wire. */
  int bytes() {
    return bytes;
  }

  /** A payload with the sequence number 0, to one user. */
  byte[] blank() {
    byte[] blank = new byte[bytes];
    Arrays.fill(blank, (byte) 'x');
    byte[] start =
        (token + String.format("%02x%012x", worker, 0)).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, blank, 0, start.length);
    blank[MARK_AT] = TO_ONE;
    return blank;
  }

  /** Whether a payload of this run begins at the index. */
  boolean isAt(ByteBuf in, int index) {
    return in.getLong(index) == tokenBits;
  }

  /** Tells of the payload at the index. */
  static void tell(ByteBuf in, int index, PayloadListener listener) {
    int worker = (int) hexAt(in, index + TOKEN_BYTES, WORKER_DIGITS);
    long sequence = hexAt(in, index + SEQUENCE_AT, SEQUENCE_DIGITS);
    listener.payload(worker, sequence, in.getByte(index + MARK_AT) == TO_EVERYONE);
  }

  /** Tells of the text if it is a payload of this run; whether it is. */
  boolean tellIfIn(String msg, PayloadListener listener) {
    if (msg.length() <= MARK_AT || !msg.startsWith(token)) {
      return false;
    }
    tell(Unpooled.copiedBuffer(msg, StandardCharsets.UTF_8), 0, listener);
    return true;
  }

  /** Writes a number as hexadecimal digits. */
  static void writeHex(byte[] target, int at, long number) {
    long rest = number;
    for (int i = at + SEQUENCE_DIGITS - 1; i >= at; i--) {
      target[i] = HEX[(int) (rest & 0xF)];
      rest >>>= 4;
    }
  }

  /** Eight ASCII characters as the buffer's {@code getLong} reads them. */
  static long bitsOf(String eightChars) {
    long bits = 0;
    for (byte b : eightChars.getBytes(StandardCharsets.US_ASCII)) {
      bits = bits << Byte.SIZE | b;
    }
    return bits;
  }

  private static long hexAt(ByteBuf in, int index, int digits) {
    long number = 0;
    for (int i = index; i < index + digits; i++) {
      int digit = Character.digit(in.getByte(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }
}
