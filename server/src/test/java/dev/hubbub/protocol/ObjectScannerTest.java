package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectScannerTest {
  private static final int MAX = 1_000;
  private static final String TRICKY = "{\"a}\":\"}{\\\"}\\\\\",\"b\":[{\"c\":\"]é😀\\u007d\"}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{{}}",
        TRICKY,
        "{\"a\":\"\\\\\"}",
        "{\"\\\"}\":1}",
        "{\"{{{{\":\"[[[[\"}",
        "{[}",
        "{]]}",
        "{\n\r\t }"
      })
  void an_object_ends_where_its_braces_balance_outside_strings(String object) {
    assertThat(new Scans(MAX).feed(object + "{}").found()).containsExactly(object, "{}");
  }

  @Test
  void an_object_may_be_cut_at_any_byte() {
    byte[] bytes = (TRICKY + TRICKY).getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      Scans scans = new Scans(MAX);

      scans.feed(Arrays.copyOfRange(bytes, 0, cut));
      scans.feed(Arrays.copyOfRange(bytes, cut, bytes.length));

      assertThat(scans.found()).containsExactly(TRICKY, TRICKY);
    }
  }

  @Test
  void an_object_may_come_byte_by_byte() {
    Scans scans = new Scans(MAX);

    for (byte b : TRICKY.getBytes(StandardCharsets.UTF_8)) {
      assertThat(scans.found()).isEmpty();
      scans.feed(new byte[] {b});
    }

    assertThat(scans.found()).containsExactly(TRICKY);
    assertThat(scans.isInsideObject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\r\n", "\t", " \n\t\r\n  "})
  void white_space_between_objects_is_skipped(String space) {
    Scans scans = new Scans(MAX).feed(space + "{}" + space + "{1}" + space);

    assertThat(scans.found()).containsExactly("{}", "{1}");
    assertThat(scans.leftBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "x y\tz", "]", "}", "\"{", "null", "\u00a0", "\u0000", "\u000b", "é"})
  void a_run_of_garbage_is_said_once_and_goes_to_the_next_brace(String garbage) {
    String run = garbage.replace("{", "");

    assertThat(new Scans(MAX).feed(run + "{}").found()).containsExactly("GARBAGE", "{}");
  }

  @Test
  void a_line_feed_ends_a_run_of_garbage() {
    assertThat(new Scans(MAX).feed("a b\nc\n\n d {}e").found())
        .containsExactly("GARBAGE", "GARBAGE", "GARBAGE", "{}", "GARBAGE");
  }

  @Test
  void a_run_of_garbage_is_said_once_however_it_is_cut() {
    Scans scans = new Scans(MAX);

    for (String piece : List.of("g", "ar", " ", "bage", "\n", "{}", "\r", "x", "y")) {
      scans.feed(piece);
    }

    assertThat(scans.found()).containsExactly("GARBAGE", "{}", "GARBAGE");
    assertThat(scans.leftBytes()).isZero();
  }

  @Test
  void garbage_without_an_end_is_not_kept() {
    Scans scans = new Scans(MAX).feed("x".repeat(100_000));

    assertThat(scans.found()).containsExactly("GARBAGE");
    assertThat(scans.leftBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "["})
  void nesting_of_16_is_no_error(String open) {
    String close = open.equals("{") ? "}" : "]";
    String object = "{" + open.repeat(15) + close.repeat(15) + "}";

    assertThat(new Scans(MAX).feed(object).found()).containsExactly(object);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "[{", "{["})
  void nesting_of_17_is_too_deep_at_once(String open) {
    String opened = "{" + open.repeat(16).substring(0, 16);

    Scans scans = new Scans(MAX).feed(opened.substring(0, 16));
    assertThat(scans.found()).isEmpty();

    assertThat(scans.feed(opened.substring(16)).found()).containsExactly("TOO_DEEP");
  }

  @Test
  void brackets_side_by_side_are_not_deep() {
    String object = "{" + "[]{}".repeat(100) + "}";

    assertThat(new Scans(MAX).feed(object).found()).containsExactly(object);
  }

  @Test
  void stray_brackets_of_one_object_do_not_count_for_the_next() {
    Scans scans = new Scans(MAX);

    for (int i = 0; i < 50; i++) {
      scans.feed("{[[[[[[[[}");
    }

    assertThat(scans.found()).hasSize(50).containsOnly("{[[[[[[[[}");
  }

  @Test
  void an_object_of_exactly_the_limit_passes() {
    String object = "{" + "x".repeat(MAX - 2) + "}";

    assertThat(new Scans(MAX).feed(object + object).found()).containsExactly(object, object);
  }

  @Test
  void an_object_over_the_limit_is_too_large_as_soon_as_that_is_certain() {
    Scans scans = new Scans(MAX).feed("{" + "x".repeat(MAX - 1));
    assertThat(scans.found()).isEmpty();

    assertThat(scans.feed("}").found()).containsExactly("TOO_LARGE");
  }

  @Test
  void white_space_and_garbage_before_an_object_do_not_count_for_its_size() {
    String object = "{" + "x".repeat(MAX - 2) + "}";

    assertThat(new Scans(MAX).feed(" \n".repeat(MAX) + object).found()).containsExactly(object);
  }

  @Test
  void knows_whether_it_is_inside_an_object() {
    Scans scans = new Scans(MAX);
    assertThat(scans.isInsideObject()).isFalse();
    assertThat(scans.feed("{").isInsideObject()).isTrue();
    assertThat(scans.feed("}").isInsideObject()).isFalse();
    assertThat(scans.feed(" x").isInsideObject()).isFalse();
  }

  @Test
  void a_limit_too_small_for_any_object_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObjectScanner(1))
        .withMessageContaining("objectBytesMax")
        .withMessageContaining("1");
  }

  @RepeatedTest(200)
  void any_objects_cut_anywhere_are_the_same_objects(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> objects = new ArrayList<>();
    StringBuilder stream = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      String object = randomObject(random, 1 + random.nextInt(6));
      objects.add(object);
      stream.append(object).append(" \n\r\t".substring(random.nextInt(5)));
    }
    byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);

    Scans scans = new Scans(1 << 20);
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
      scans.feed(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }

    assertThat(scans.found()).isEqualTo(objects);
  }

  private static String randomObject(Random random, int depth) {
    StringBuilder object = new StringBuilder("{");
    for (int i = random.nextInt(3); i >= 0; i--) {
      object.append('"').append(randomString(random)).append("\":");
      switch (random.nextInt(depth > 1 ? 4 : 3)) {
        case 0 -> object.append('"').append(randomString(random)).append('"');
        case 1 -> object.append(random.nextInt());
        case 2 -> object.append("[[],\"").append(randomString(random)).append("\"]");
        default -> object.append(randomObject(random, depth - 1));
      }
      object.append(i > 0 ? "," : "}");
    }
    return object.toString();
  }

  private static String randomString(Random random) {
    List<String> parts = List.of("{", "}", "[", "]", "\\\"", "\\\\", "\\n", "é", "😀", "a", " ");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }
}
