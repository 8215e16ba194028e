package dev.hubbub.bots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A swarm's result as JSON. */
final class SwarmJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private SwarmJson() {}

  /** Writes it to a file. */
  static void write(SwarmResult result, Path file) throws IOException {
    try {
      Files.writeString(file, MAPPER.writeValueAsString(result) + "\n");
    } catch (IOException e) {
      throw new IOException("'--json' can't be written: " + e.getMessage(), e);
    }
  }
}
