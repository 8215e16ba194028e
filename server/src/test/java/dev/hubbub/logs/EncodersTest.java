package dev.hubbub.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line of the log can hold, whatever text a client brings into it. */
class EncodersTest {
  private static final String LINE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN  Source - ";

  @Test
  void a_line_of_text_has_time_level_source_message_and_values() {
    String line =
        LogLines.encode(
            new TextEncoder(ZoneOffset.UTC, false),
            log -> log.atWarn().addKeyValue("user", "alice").addKeyValue("n", 5).log("it is so"));

    assertThat(line).matches(LINE + "it is so user=\"alice\" n=5\n");
  }

  @Test
  void a_line_of_json_is_one_object() {
    String line =
        LogLines.encode(
            new JsonEncoder(false),
            log -> log.atInfo().addKeyValue("user", "alice").addKeyValue("n", 5).log("it is so"));

    assertThat(Json.flat(line))
        .containsEntry("level", "INFO")
        .containsEntry("source", "Source")
        .containsEntry("message", "it is so")
        .containsEntry("user", "alice")
        .containsEntry("n", "5")
        .containsKeys("time", "thread")
        .hasSize(7);
  }

  @ParameterizedTest(name = "text {index}") // which holds what no report should
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a\tb",
        "a\u0000b",
        "\u001b[2Ja",
        "a\u007fb",
        "a\u0085b",
        "a\u009b2Jb",
        "a\u2028b",
        "a\u2029b",
        "\u202eevil\u202c",
        "\u2066evil\u2069",
        "a\u200bb",
        "a\uFEFFb",
        "\ud800",
        "\udb40\udc01"
      })
  void no_text_can_break_or_disguise_a_line(String text) {
    String textLine =
        LogLines.encode(
            new TextEncoder(ZoneOffset.UTC, true),
            log -> log.atWarn().addKeyValue("user", text).log(text));
    String jsonLine =
        LogLines.encode(
            new JsonEncoder(true), log -> log.atWarn().addKeyValue("user", text).log(text));

    assertThat(textLine).endsWith("\n");
    assertThat(textLine.stripTrailing()).matches(LINE + "[^\\p{C}\\p{Zl}\\p{Zp}]+");
    assertThat(jsonLine).endsWith("}\n");
    assertThat(jsonLine.stripTrailing()).matches("[ -~]+");
    assertThat(Json.flat(jsonLine)).containsEntry("user", text).containsEntry("message", text);
  }

  @Test
  void a_value_can_not_end_its_quotes_or_forge_an_escape() {
    String line =
        LogLines.encode(
            new TextEncoder(ZoneOffset.UTC, false),
            log -> log.atWarn().addKeyValue("user", "x\" admin=\"yes\\n").log("said"));

    assertThat(line).endsWith("said user=\"x\\\" admin=\\\"yes\\\\n\"\n");
  }

  @Test
  void letters_of_all_scripts_stay_readable_in_text() {
    String line =
        LogLines.encode(
            new TextEncoder(ZoneOffset.UTC, false),
            log -> log.atWarn().addKeyValue("user", "Zoë 李 👩").log("said"));

    assertThat(line).endsWith("said user=\"Zoë 李 👩\"\n");
  }

  @Test
  void a_fault_is_one_line_with_its_stack_trace_only_where_that_is_wanted() {
    Exception fault = new IllegalStateException("bad\nthing");

    String brief =
        LogLines.encode(
            new TextEncoder(ZoneOffset.UTC, false), log -> log.warn("it failed", fault));
    String full =
        LogLines.encode(new TextEncoder(ZoneOffset.UTC, true), log -> log.warn("it failed", fault));
    Map<String, String> briefJson =
        Json.flat(LogLines.encode(new JsonEncoder(false), log -> log.warn("it failed", fault)));
    Map<String, String> fullJson =
        Json.flat(LogLines.encode(new JsonEncoder(true), log -> log.warn("it failed", fault)));

    String error = " error=\"java.lang.IllegalStateException: bad\\nthing\"";
    assertThat(brief).endsWith("it failed" + error + "\n");
    assertThat(full).contains("it failed" + error + " stack=\"").contains("\\tat ").hasLineCount(1);
    assertThat(briefJson)
        .containsEntry("error", "java.lang.IllegalStateException: bad\nthing")
        .doesNotContainKey("stack");
    assertThat(fullJson.get("stack")).contains("\tat ").contains("EncodersTest");
  }
}
