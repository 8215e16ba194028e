package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecoderTest {
  private static final String FROM = "\"from\":{\"name\":\"n\",\"ip\":\"i\"}";
  private static final Message MESSAGE = new Message(new Sender("n", "i"), "t", "m");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{" + FROM + ",\"to\":\"t\",\"msg\":\"m\"}",
        "{\"msg\":\"m\",\"to\":\"t\"," + FROM + "}",
        "{\"to\":\"t\",\"from\":{\"ip\":\"i\",\"name\":\"n\"},\"msg\":\"m\"}",
        "{ \n\t\"msg\" : \"m\"\r\n, \"to\" : \"t\" , \"from\" : { \"name\":\"n\" , \"ip\":\"i\" } }",
        "{\"\\u0066rom\":{\"name\":\"\\u006e\",\"ip\":\"i\"},\"to\":\"t\",\"msg\":\"m\"}"
      })
  void the_order_of_the_keys_and_white_space_are_free(String object) throws Exception {
    assertThat(decode(object)).isEqualTo(MESSAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "\\\", \"",
    "\\\\, \\",
    "\\/, /",
    "\\u00e9, é",
    "\\ud83d\\ude00, 😀",
    "😀, 😀",
    "\\u2028, \u2028"
  })
  void escapes_are_read(String json, String text) throws Exception {
    assertThat(decode(message("\"to\":\"t\",\"msg\":\"" + json + "\"")).msg()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"\\b, 8", "\\t, 9", "\\n, 10", "\\f, 12", "\\r, 13", "\\u0000, 0", "\\u001F, 31"})
  void escaped_control_characters_are_read(String json, int character) throws Exception {
    assertThat(decode(message("\"to\":\"t\",\"msg\":\"" + json + "\"")).msg())
        .isEqualTo("" + (char) character);
  }

  @Test
  void empty_texts_are_texts_but_for_the_receiver() throws Exception {
    String object = "{\"from\":{\"name\":\"\",\"ip\":\"\"},\"to\":\"t\",\"msg\":\"\"}";

    assertThat(decode(object)).isEqualTo(new Message(new Sender("", ""), "t", ""));
    assertReason(message("\"to\":\"\",\"msg\":\"m\""), "field 'to' must not be empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | missing field 'from'",
        "{FROM,'to':'t'} | missing field 'msg'",
        "{FROM,'msg':'m'} | missing field 'to'",
        "{'to':'t','msg':'m'} | missing field 'from'",
        "{'from':{'ip':'i'},'to':'t','msg':'m'} | missing field 'from.name'",
        "{'from':{'name':'n'},'to':'t','msg':'m'} | missing field 'from.ip'",
        "{'from':{},'to':'t','msg':'m'} | missing field 'from.name'",
        "{FROM,'to':'t','msg':'m','id':'1'} | unknown field 'id'",
        "{'id':{'a':[1]},FROM,'to':'t','msg':'m'} | unknown field 'id'",
        "{'':'',FROM,'to':'t','msg':'m'} | unknown field ''",
        "{FROM,'To':'t','msg':'m'} | unknown field 'To'",
        "{'from':{'name':'n','ip':'i','x':'y'},'to':'t','msg':'m'} | unknown field 'from.x'",
        "{FROM,'to':'t','to':'t','msg':'m'} | repeated field 'to'",
        "{FROM,'to':'t','msg':'m','msg':'m'} | repeated field 'msg'",
        "{FROM,FROM,'to':'t','msg':'m'} | repeated field 'from'",
        "{'from':{'name':'n','name':'n','ip':'i'},'to':'t','msg':'m'} | repeated field 'from.name'",
        "{'from':{'name':'n','ip':'i','ip':'i'},'to':'t','msg':'m'} | repeated field 'from.ip'",
        "{'from':'n','to':'t','msg':'m'} | field 'from' must be an object",
        "{'from':['n'],'to':'t','msg':'m'} | field 'from' must be an object",
        "{'from':null,'to':'t','msg':'m'} | field 'from' must be an object",
        "{'from':{'name':1,'ip':'i'},'to':'t','msg':'m'} | field 'from.name' must be a string",
        "{'from':{'name':'n','ip':{}},'to':'t','msg':'m'} | field 'from.ip' must be a string",
        "{FROM,'to':null,'msg':'m'} | field 'to' must be a string",
        "{FROM,'to':['t'],'msg':'m'} | field 'to' must be a string",
        "{FROM,'to':'t','msg':1.5} | field 'msg' must be a string",
        "{FROM,'to':'t','msg':true} | field 'msg' must be a string",
        "{FROM,'to':'t','msg':{'a':'b'}} | field 'msg' must be a string"
      })
  void a_broken_schema_is_refused_with_the_field_that_breaks_it(String object, String reason) {
    assertReason(object.replace('\'', '"').replace("FROM", FROM), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "msg, \\ud800",
    "msg, \\udc00",
    "msg, a\\ud83dz",
    "to, \\udc00\\ud800",
    "msg, \\ud800\\ud800"
  })
  void a_lone_surrogate_is_refused(String field, String json) {
    String other = field.equals("to") ? "msg" : "to";

    assertReason(
        message("\"" + other + "\":\"x\",\"" + field + "\":\"" + json + "\""),
        "field '" + field + "' has a lone surrogate");
  }

  @Test
  void a_lone_surrogate_in_the_claimed_sender_is_refused() {
    assertReason(
        "{\"from\":{\"name\":\"\\ud800\",\"ip\":\"i\"},\"to\":\"t\",\"msg\":\"m\"}",
        "field 'from.name' has a lone surrogate");
  }

  @Test
  void a_reason_that_repeats_a_field_is_short_and_can_be_encoded() {
    assertReason(
        message("\"" + "x".repeat(5_000) + "\":1"), "unknown field '" + "x".repeat(64) + "'");
  }

  // Overlong forms, encoded surrogates, beyond the last code point, cut off, stray continuation.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "C080",
        "C0AF",
        "C1BF",
        "E08080",
        "E09FBF",
        "F0808080",
        "F08FBFBF",
        "EDA080",
        "EDBFBF",
        "EDA0BDEDB880",
        "F4908080",
        "F5808080",
        "F8888080",
        "C3",
        "E282",
        "F09F98",
        "80",
        "BF",
        "FE",
        "FF",
        "C328",
        "E28228",
        "F09F9828"
      })
  void invalid_utf_8_is_refused_in_texts_and_keys(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);

    assertReason(bytes(message("\"to\":\"t\",\"msg\":\"@\""), bad), "it is not valid UTF-8");
    assertReason(bytes(message("\"@\":\"t\",\"msg\":\"\""), bad), "it is not valid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7F",
        "C280",
        "DFBF",
        "E0A080",
        "ED9FBF",
        "EE8080",
        "EFBFBF",
        "F0908080",
        "F48FBFBF"
      })
  void the_edges_of_utf_8_are_taken(String hex) throws Exception {
    byte[] good = HexFormat.of().parseHex(hex);

    ByteBuf object = bytes(message("\"to\":\"t\",\"msg\":\"@\""), good);

    assertThat(MessageDecoder.decode(object).msg())
        .isEqualTo(new String(good, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{FROM,'to':'t','msg':'m',}",
        "{,FROM,'to':'t','msg':'m'}",
        "{FROM 'to':'t','msg':'m'}",
        "{FROM,'to' 't','msg':'m'}",
        "{FROM,to:'t','msg':'m'}",
        "{FROM,'to':'t','msg':m}",
        "{FROM,'to':'t','msg':}",
        "{FROM,'to':'t','msg'}",
        "{FROM,'to':'t','msg':'\\x'}",
        "{FROM,'to':'t','msg':'\\u12'}",
        "{FROM,'to':'t','msg':'\n'}",
        "{FROM,'to':'t','msg':'\t'}",
        "{FROM,'to':'t','msg':'\u0000'}",
        "{FROM,'to':'t','msg':]}",
        "{FROM,'to':'t','msg':01}",
        "{FROM,'to':'t','msg':NaN}",
        "{FROM,'to':'t','msg':+1}",
        "{FROM,/**/'to':'t','msg':'m'}",
        "{FROM,'to':'t','msg':'m'",
        "{FROM,'to':'t','msg':'m",
        "{FROM,",
        "{",
        "",
        "{FROM,'to':'t','msg':tru}",
        "{FROM;'to':'t'}",
        "{{}}",
        "{[]}",
        "{'a'}",
        "{\u00a0}"
      })
  void malformed_json_is_refused(String object) {
    assertThatThrownBy(() -> decode(object.replace('\'', '"').replace("FROM", FROM)))
        .isInstanceOf(InvalidMessageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]", ",", "null", "\u0000"})
  void what_follows_the_object_is_refused(String rest) {
    assertThatThrownBy(() -> decode(message("\"to\":\"t\",\"msg\":\"m\"") + rest))
        .isInstanceOf(InvalidMessageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void only_utf_8_is_json_here(String charset) {
    byte[] bytes = message("\"to\":\"t\",\"msg\":\"m\"").getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> MessageDecoder.decode(Unpooled.wrappedBuffer(bytes)))
        .isInstanceOf(InvalidMessageException.class);
  }

  @Test
  void a_reason_is_one_readable_line_without_java_in_it() {
    String malformed = message("\"to\":\"t\",\"msg\":\"m\",");

    InvalidMessageException e =
        catchThrowableOfType(InvalidMessageException.class, () -> decode(malformed));

    assertThat(e.reason()).matches("malformed JSON( near byte \\d+)?");
    assertThat(e.getStackTrace()).isEmpty();
    assertThat(e.reason().toLowerCase(Locale.ROOT)).doesNotContain("jackson", "exception");
  }

  @Test
  void the_indices_of_the_buffer_stay() throws Exception {
    ByteBuf object = bytes(message("\"to\":\"t\",\"msg\":\"@\""), new byte[] {'m'});
    int bytes = object.readableBytes();

    assertThat(MessageDecoder.decode(object)).isEqualTo(MESSAGE);

    assertThat(object.readableBytes()).isEqualTo(bytes);
  }

  private static String message(String rest) {
    return "{" + FROM + "," + rest + "}";
  }

  private static Message decode(String object) throws InvalidMessageException {
    return MessageDecoder.decode(Unpooled.wrappedBuffer(object.getBytes(StandardCharsets.UTF_8)));
  }

  private static ByteBuf bytes(String template, byte[] inPlaceOfAt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = template.indexOf('@');
    bytes.writeBytes(template.substring(0, at).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(inPlaceOfAt);
    bytes.writeBytes(template.substring(at + 1).getBytes(StandardCharsets.UTF_8));
    return Unpooled.wrappedBuffer(bytes.toByteArray());
  }

  private static void assertReason(String object, String reason) {
    assertThatThrownBy(() -> decode(object))
        .isInstanceOf(InvalidMessageException.class)
        .hasMessage(reason);
  }

  private static void assertReason(ByteBuf object, String reason) {
    assertThatThrownBy(() -> MessageDecoder.decode(object))
        .isInstanceOf(InvalidMessageException.class)
        .hasMessage(reason);
  }
}
