package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        " a b ",
        "\ta b\r",
        "\na b\n",
        "\u00a0a b\u00a0",
        "\u2007a b\u202f",
        "\u3000a b\u2003",
        "\u1680 a b\u205f\u00a0 "
      })
  void white_space_of_any_kind_is_trimmed_at_both_ends_and_kept_within(String text)
      throws Exception {
    assertThat(Username.of(text).name()).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r", "\t \n", "\u00a0", "\u2003\u3000"})
  void a_name_without_anything_else_is_empty(String text) {
    assertReason(text, "it is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "😀", "字", "\"", "\\"})
  void a_name_has_at_most_64_code_points_of_any_size(String character) throws Exception {
    assertThat(Username.of(character.repeat(64)).name()).isEqualTo(character.repeat(64));
    assertThat(Username.of(" " + character.repeat(64) + " ").name()).hasSizeLessThan(129);
    assertReason(character.repeat(65), "longer than 64 characters");
  }

  // NUL, BEL, ESC, DEL, NEL, soft hyphen, zero width space, joiner, right-to-left override,
  // isolate,
  // byte order mark, a tag, line and paragraph separator.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "7", "1B", "7F", "85", "AD", "200B", "200D", "202E", "2066", "FEFF", "E0041", "2028",
        "2029", "9", "A", "D"
      })
  void a_control_or_format_character_is_refused(String hex) {
    String character = Character.toString(HexFormat.fromHexDigits(hex));

    assertReason("a" + character + "b", "it contains a control or format character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/help", " /x", "//"})
  void a_leading_slash_is_refused(String text) {
    assertReason(text, "it begins with '/', like an endpoint");
  }

  @Test
  void a_slash_within_is_fine() throws Exception {
    assertThat(Username.of("a/b").name()).isEqualTo("a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVER",
        "server",
        "Server",
        " SERVER ",
        "\u00a0SERVER",
        "ＳＥＲＶＥＲ",
        "ſerver",
        "Guest",
        "GUEST",
        "gueſt",
        "Gueﬆ",
        "Everyone",
        "everyone",
        "EVERYONE",
        "ⓔveryone"
      })
  void reserved_names_are_refused_however_they_are_written(String text) {
    assertReason(text, "the name is reserved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVER1", "the server", "Guest 7", "every one", "sërver"})
  void names_that_only_resemble_reserved_ones_are_fine(String text) throws Exception {
    assertThat(Username.of(text).name()).isEqualTo(text);
  }

  // Case; full width; sharp s; final sigma; Kelvin; ligature; dotless i; composed
  // or not; roman numeral; superscript; micro.
  @ParameterizedTest
  @CsvSource({
    "Alice, ALICE",
    "Ａｌｉｃｅ, alice",
    "Straße, STRASSE",
    "ΟΔΟΣ, οδος",
    "οδοσ, ΟΔΟΣ",
    "\u212Aelvin, kelvin",
    "ﬁne, FINE",
    "Iıi, iii",
    "e\u0301, É",
    "Ⅷ, viii",
    "x², X2",
    "µ, Μ",
    "\u01C5, Ǆ"
  })
  void names_that_look_or_read_the_same_fold_to_the_same(String one, String other)
      throws Exception {
    assertThat(Username.of(one).folded()).isEqualTo(Username.of(other).folded());
    assertThat(Username.of(one).name()).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"alice, alicé", "İ, i", "STRAẞE, strasse", "а, a", "alice, 'al ice'", "o, 0"})
  void other_names_do_not(String one, String other) throws Exception {
    assertThat(Username.of(one).folded()).isNotEqualTo(Username.of(other).folded());
  }

  @Test
  void folding_does_not_depend_on_the_language_of_the_machine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Username.fold("TITLE")).isEqualTo("title");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C3", "C328", "C0AF", "EDA080", "FF", "61E282"})
  void bytes_that_are_no_utf_8_are_refused(String hex) {
    ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> Username.parse(bytes))
        .isInstanceOf(InvalidUsernameException.class)
        .hasMessage("not valid UTF-8");
  }

  @Test
  void more_than_1024_bytes_are_refused_even_if_they_are_white_space() throws Exception {
    assertThat(Username.parse(bytes("a" + " ".repeat(1_023))).name()).isEqualTo("a");
    assertThatThrownBy(() -> Username.parse(bytes("a" + " ".repeat(1_024))))
        .isInstanceOf(InvalidUsernameException.class)
        .hasMessage("longer than 1024 bytes");
  }

  @Test
  void the_indices_of_the_buffer_stay() throws Exception {
    ByteBuf name = bytes("alice");

    assertThat(Username.parse(name).name()).isEqualTo("alice");

    assertThat(name.readableBytes()).isEqualTo(5);
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertReason(String text, String reason) {
    assertThatThrownBy(() -> Username.of(text))
        .isInstanceOf(InvalidUsernameException.class)
        .hasMessage(reason);
  }
}
