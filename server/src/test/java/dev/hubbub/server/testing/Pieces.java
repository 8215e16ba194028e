package dev.hubbub.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** How the inputs of fuzz tests are read: the first byte says how the rest, the stream, is cut. */
public final class Pieces {
  private static final int WHOLE = 0;
  private static final int SINGLE_BYTES = 1;
  private static final int PIECE_BYTES_MAX = 12;

  private Pieces() {}

  /** The stream itself. */
  public static byte[] stream(byte[] input) {
    return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
  }

  /** The stream in pieces. */
  public static List<byte[]> of(byte[] input) {
    return input.length == 0 ? List.of() : cut(stream(input), input[0]);
  }

  /** Bytes that are written as one character each, read as the text that they encode. */
  public static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Bytes in pieces: 0 leaves them whole, 1 cuts at every byte, others cut at random places. */
  public static List<byte[]> cut(byte[] bytes, int seed) {
    if (seed == WHOLE) {
      return List.of(bytes);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < bytes.length) {
      int length = seed == SINGLE_BYTES ? 1 : random.nextInt(1, PIECE_BYTES_MAX + 1);
      int to = Math.min(bytes.length, from + length);
      pieces.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return pieces;
  }
}
