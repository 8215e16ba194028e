package dev.hubbub.reports.history;

import dev.hubbub.measure.StrictJson;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of the history as one line, as {@code docs/schema/history-run-1.schema.json} describes it.
 */
final class HistoryJson {
  private static final JsonMapper MAPPER =
      StrictJson.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

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
      StrictJson.requireVersion(tree, HistoryRun.SCHEMA_VERSION, place);
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
