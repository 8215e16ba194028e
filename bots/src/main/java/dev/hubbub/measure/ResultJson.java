package dev.hubbub.measure;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run result as JSON text, as {@code docs/schema/run-result-3.schema.json} describes it: every
 * field is there, in a stable order; a figure that could not be measured is null.
 *
 * <p>Safe for use by several threads.
 */
public final class ResultJson {
  private static final JsonMapper MAPPER =
      StrictJson.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResultJson() {}

  /** The text of a result, ending with a line feed. */
  public static String write(RunResult result) {
    return MAPPER.writeValueAsString(result) + "\n";
  }

  /**
   * The text of a comparison, as {@code docs/schema/compare-result-3.schema.json} describes it,
   * ending with a line feed.
   */
  public static String write(CompareResult result) {
    return MAPPER.writeValueAsString(result) + "\n";
  }

  /**
   * The text of what containers carry, as {@code docs/schema/container-sizes-1.schema.json}
   * describes it, ending with a line feed.
   */
  public static String write(ContainerSizes sizes) {
    return MAPPER.writeValueAsString(sizes) + "\n";
  }

  /** Writes a result to a file, which is replaced as a whole or left alone. */
  public static void write(RunResult result, Path file) throws IOException {
    replace(file, write(result));
  }

  /** Writes a comparison to a file, which is replaced as a whole or left alone. */
  public static void write(CompareResult result, Path file) throws IOException {
    replace(file, write(result));
  }

  /** Writes what containers carry to a file, which is replaced as a whole or left alone. */
  public static void write(ContainerSizes sizes, Path file) throws IOException {
    replace(file, write(sizes));
  }

  private static void replace(Path file, String text) throws IOException {
    // Not a file of createTempFile, which nobody else could read.
    Path part = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Reads the text of a result.
   *
   * @param name what to call it in an error, for example the file
   * @throws IOException if it is no JSON text or another version's result, naming what is wrong
   */
  public static RunResult read(String json, String name) throws IOException {
    return read(json, name, RunResult.class, RunResult.SCHEMA_VERSION, "run result");
  }

  /**
   * Reads a result from a file.
   *
   * @throws IOException as {@link #read(String, String)}, or if the file can't be read
   */
  public static RunResult read(Path file) throws IOException {
    return read(text(file), file.toString());
  }

  /**
   * Reads what containers carry from a file.
   *
   * @throws IOException as {@link #read(Path)}
   */
  public static ContainerSizes readContainerSizes(Path file) throws IOException {
    return readContainerSizes(text(file), file.toString());
  }

  /**
   * Reads what containers carry.
   *
   * @throws IOException as {@link #read(String, String)}
   */
  public static ContainerSizes readContainerSizes(String json, String name) throws IOException {
    return read(
        json,
        name,
        ContainerSizes.class,
        ContainerSizes.SCHEMA_VERSION,
        "record of container sizes");
  }

  /**
   * Reads the text of a comparison.
   *
   * @throws IOException as {@link #read(String, String)}
   */
  public static CompareResult readCompare(String json, String name) throws IOException {
    return read(json, name, CompareResult.class, CompareResult.SCHEMA_VERSION, "comparison");
  }

  private static <T> T read(String json, String name, Class<T> type, int version, String kind)
      throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      StrictJson.requireVersion(tree, version, name);
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new IOException(name + ": not a " + kind + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    }
  }
}
