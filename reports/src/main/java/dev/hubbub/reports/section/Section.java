package dev.hubbub.reports.section;

import java.util.List;

/**
 * A part of a report under a heading.
 *
 * @param id unique within the page
 * @param title of the heading
 * @param words what a reader needs to know first, in paragraphs
 * @param figures its charts
 * @param tables its figures
 * @param isInSummary whether the Markdown summary shows its words and tables too
 */
public record Section(
    String id,
    String title,
    List<String> words,
    List<Figure> figures,
    List<Table> tables,
    boolean isInSummary) {
  /** Whether it has a table that is wider than a page of text. */
  public boolean isWide() {
    return tables.stream().anyMatch(table -> table.style() == Table.Style.STEPS);
  }
}
