package dev.hubbub.reports.history;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of the history as one line, as {@code docs/schema/history-run-1.schema.json} describes it.
 */
final class HistoryJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private HistoryJson() {}

  /** The line, without its end. */
  static String write(HistoryRun run) {
    return MAPPER.writeValueAsString(run);
  }

  /**
   * Reads a line.
   *
   * @param place what to call it in an error: file and line number
   * @throws IOException if it is no run or another version's, naming the place and what is wrong
   */
  static HistoryRun read(String line, String place) throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(line);
      JsonNode version = tree.path("schemaVersion");
      if (!version.isInt() || version.intValue() != HistoryRun.SCHEMA_VERSION) {
        throw new IOException(
            "%s: 'schemaVersion' must be %d, got: %s"
                .formatted(
                    place, HistoryRun.SCHEMA_VERSION, version.isMissingNode() ? "none" : version));
      }
      return requireWhole(MAPPER.treeToValue(tree, HistoryRun.class), place);
    } catch (JacksonException e) {
      throw new IOException(place + ": not a run of the history: " + e.getOriginalMessage(), e);
    }
  }

  // Jackson puts null into a record where the text has null, whatever the record says of it.
  @SuppressWarnings("ConstantValue")
  private static HistoryRun requireWhole(HistoryRun run, String place) throws IOException {
    boolean whole =
        run.id() != null
            && run.startedAt() != null
            && run.kind() != null
            && run.environment() != null
            && run.options() != null
            && run.figures() != null;
    if (!whole) {
      throw new IOException(place + ": not a run of the history: a field is null");
    }
    return run;
  }
}
