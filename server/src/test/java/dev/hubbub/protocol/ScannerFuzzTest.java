package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hubbub.server.testing.Pieces;
import dev.hubbub.server.testing.ReferenceFrames;

/** Framing: what is found in a stream never depends on how it was cut. */
class ScannerFuzzTest {
  private static final int OBJECT_BYTES_MAX = 96;

  /** The first byte says how the others are cut. */
  @FuzzTest
  void any_cut_finds_what_the_plain_reading_finds(byte[] input) {
    byte[] stream = Pieces.stream(input);
    ReferenceFrames expected = ReferenceFrames.of(stream, OBJECT_BYTES_MAX);

    Scans cut = new Scans(OBJECT_BYTES_MAX);
    for (byte[] piece : Pieces.of(input)) {
      if (cut.isBroken()) {
        break;
      }
      cut.feed(piece);
    }

    assertThat(cut.found()).isEqualTo(expected.frames().stream().map(Pieces::utf8).toList());
    if (!cut.isBroken()) {
      assertThat(cut.isInsideObject()).isEqualTo(expected.insideObject());
      assertThat(cut.leftBytes()).isLessThanOrEqualTo(OBJECT_BYTES_MAX);
    }
  }
}
