package dev.hubbub.reports;

import dev.hubbub.reports.text.PlainText;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside of an HTML page, where no text of it can end the element that holds it. */
final class EmbeddedJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private EmbeddedJson() {}

  /** The value as JSON without any sign that begins markup, and without stray controls. */
  static String write(Object value) {
    return PlainText.clean(MAPPER.writeValueAsString(value))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
