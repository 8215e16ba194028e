package dev.hubbub.reports;

import dev.hubbub.reports.text.Markup;
import java.util.List;

/** Tables as HTML; one wider than the page scrolls by itself. */
final class Tables {
  private Tables() {}

  /** Rows of a name and what it is. */
  static Markup facts(String caption, List<Fact> facts) {
    Markup rows =
        facts.stream()
            .map(fact ->
                Markup.of(
                    "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", fact.name(), fact.value()))
            .collect(Markup.joining());
    return wrap(
        caption,
        "facts",
        Markup.of("<caption><span>{}</span></caption>\n<tbody>\n{}\n</tbody>", caption, rows));
  }

  /** Rows of numbers under headings; the first cell of a row is its heading. */
  static Markup numbers(String caption, List<String> headings, List<List<String>> rows) {
    Markup head =
        headings.stream()
            .map(heading -> Markup.of("<th scope=\"col\">{}</th>", heading))
            .collect(Markup.joining());
    Markup body = rows.stream().map(Tables::row).collect(Markup.joining());
    return wrap(
        caption,
        "numbers",
        Markup.of(
            """
            <caption><span>{}</span></caption>
            <thead><tr>{}</tr></thead>
            <tbody>
            {}
            </tbody>\
            """,
            caption,
            head,
            body));
  }

  /** A cell of numbers. */
  static Markup cell(String value) {
    return Markup.of("<td>{}</td>", value);
  }

  // A scrolling box can be reached by keyboard, and says what it holds.
  static Markup wrap(String caption, String style, Markup content) {
    return Markup.of(
        """
        <div class="scroll" role="region" aria-label="{}" tabindex="0">
        <table class="{}">
        {}
        </table>
        </div>\
        """,
        caption,
        style,
        content);
  }

  private static Markup row(List<String> cells) {
    Markup rest = cells.stream().skip(1).map(Tables::cell).collect(Markup.joining());
    return Markup.of("<tr><th scope=\"row\">{}</th>{}</tr>", cells.getFirst(), rest);
  }
}
