package dev.hubbub.measure;

import java.io.IOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How results are written and read as JSON: fields in a stable order; a field that is unknown or
 * missing, and a version that is not known, is an error. Any thread may call.
 */
public final class StrictJson {
  private StrictJson() {}

  /** Settings that all mappers of results share. */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Passes what is of the given version.
   *
   * @param name what to call it in the error, for example the file
   * @throws IOException if it is of another version, or of none
   */
  public static void requireVersion(JsonNode tree, int version, String name) throws IOException {
    JsonNode found = tree.path("schemaVersion");
    if (!found.isInt() || found.intValue() != version) {
      throw new IOException(
          name
              + ": 'schemaVersion' must be "
              + version
              + ", got: "
              + (found.isMissingNode() ? "none" : found));
    }
  }
}
