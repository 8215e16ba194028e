package dev.hubbub.reports.section;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table. The first cell of a row is its heading.
 *
 * @param groups headings above the headings, or none
 * @param headings one for each column
 */
public record Table(
    String caption, Style style, List<Group> groups, List<String> headings, List<Row> rows) {
  /** What a table holds. */
  public enum Style {
    /** Rows of a name and what it is. */
    FACTS,
    /** Numbers under headings. */
    NUMBERS,
    /** Numbers under headings, many of them; the second column is in words. */
    STEPS,
    /** Numbers under headings; the last column is in words. */
    REMARKS;

    /** Its class in the style sheet. */
    public String css() {
      return switch (this) {
        case FACTS -> "facts";
        case NUMBERS -> "numbers";
        case STEPS -> "numbers steps";
        case REMARKS -> "numbers remarks";
      };
    }
  }

  /**
   * A heading above several columns.
   *
   * @param columns how many
   */
  public record Group(String title, int columns) {}

  /**
   * A row.
   *
   * @param style {@code held}, {@code failed} or empty
   */
  public record Row(String style, List<String> cells) {
    /** A row that neither held nor failed. */
    public static Row of(String... cells) {
      return new Row("", List.of(cells));
    }
  }

  /** A table of numbers. */
  public static Table numbers(String caption, List<String> headings, List<Row> rows) {
    return new Table(caption, Style.NUMBERS, List.of(), headings, rows);
  }

  /** A table whose last column is in words. */
  public static Table remarks(String caption, List<String> headings, List<Row> rows) {
    return new Table(caption, Style.REMARKS, List.of(), headings, rows);
  }

  /** Whether a column is in words. */
  public boolean isWords(int column) {
    return switch (style) {
      case FACTS -> true;
      case NUMBERS -> false;
      case STEPS -> column == 1;
      case REMARKS -> column == headings.size() - 1;
    };
  }

  /** Headings with those above them, for where a table has one line of them only. */
  public List<String> flatHeadings() {
    if (groups.isEmpty()) {
      return headings;
    }
    List<String> above =
        groups.stream()
            .flatMap(group -> Stream.generate(group::title).limit(group.columns()))
            .toList();
    int alone = headings.size() - above.size();
    return Stream.iterate(0, i -> i < headings.size(), i -> i + 1)
        .map(i -> i < alone ? headings.get(i) : above.get(i - alone) + ": " + headings.get(i))
        .toList();
  }
}
