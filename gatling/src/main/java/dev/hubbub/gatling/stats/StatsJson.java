package dev.hubbub.gatling.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code stats.json}: every field is there; a figure that is not known is null. */
public final class StatsJson {
  /** Name of the file. */
  public static final String FILE = "stats.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private StatsJson() {}

  /** The text, which ends with a line feed. */
  public static String write(GatlingStats stats) {
    return MAPPER.writeValueAsString(stats) + "\n";
  }

  /**
   * Writes the file into a folder.
   *
   * @return the file
   * @throws IOException if it can't be written
   */
  public static Path write(GatlingStats stats, Path folder) throws IOException {
    return Files.writeString(folder.resolve(FILE), write(stats));
  }
}
