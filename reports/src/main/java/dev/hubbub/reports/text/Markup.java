package dev.hubbub.reports.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A piece of HTML or SVG. The type is the proof that its text was escaped: what is put into a
 * template is escaped unless it is markup itself.
 *
 * @param code the markup
 */
public record Markup(String code) implements Content {
  /** No markup. */
  public static final Markup NONE = new Markup("");

  private static final String HOLE = "{}";

  /**
   * A template with a hole, <code>{}</code>, for each part: markup goes in as it is, anything else
   * as escaped text.
   *
   * @throws IllegalArgumentException if the holes and the parts differ in number
   */
  public static Markup of(String template, Object... parts) {
    StringBuilder out = new StringBuilder(template.length() + 64);
    int from = 0;
    for (Object part : parts) {
      int hole = template.indexOf(HOLE, from);
      if (hole < 0) {
        throw new IllegalArgumentException(parts.length + " parts for template: " + template);
      }
      out.append(template, from, hole);
      out.append(part instanceof Markup markup ? markup.code : escape(part.toString()));
      from = hole + HOLE.length();
    }
    if (template.indexOf(HOLE, from) >= 0) {
      throw new IllegalArgumentException(parts.length + " parts for template: " + template);
    }
    return new Markup(out.append(template, from, template.length()).toString());
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(code);
  }

  /** Joins pieces, each on a line of its own. */
  public static Collector<Markup, ?, Markup> joining() {
    return Collectors.collectingAndThen(
        Collectors.mapping(Markup::code, Collectors.joining("\n")), Markup::new);
  }

  private static String escape(String raw) {
    return PlainText.clean(raw)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
