package dev.hubbub.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hubbub.server.testing.Pieces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Codec: whatever the texts of a message are, what is written of it reads as the same. */
class EncoderFuzzTest {
  private static final int TEXTS = 4;

  /** The input is four texts, divided by bytes that UTF-8 doesn't have. */
  @FuzzTest
  void every_message_is_read_as_it_was_written(byte[] input) {
    String[] texts = new String(input, StandardCharsets.ISO_8859_1).split("\u00FF", TEXTS);
    List<String> four =
        Stream.concat(Arrays.stream(texts), Stream.of("", "", "", ""))
            .limit(TEXTS)
            .map(Pieces::utf8)
            .toList();

    EncodedMessages.assertSurvives(
        new Message(new Sender(four.get(0), four.get(1)), four.get(2), four.get(3)));
  }
}
