package dev.hubbub.reports.text;

/**
 * How a searched dimension is spoken of.
 *
 * @param name its name in the result
 * @param title a heading
 * @param unit what its load is counted in
 */
public record DimensionWords(String name, String title, String unit) {
  /** The words for a dimension; one that this code doesn't know is called by its own name. */
  public static DimensionWords of(String dimension) {
    String name = PlainText.line(dimension);
    return switch (name) {
      case "users" -> new DimensionWords(name, "Users", "users");
      case "rate" -> new DimensionWords(name, "Message rate", "messages/s");
      default -> new DimensionWords(name, name, name);
    };
  }
}
