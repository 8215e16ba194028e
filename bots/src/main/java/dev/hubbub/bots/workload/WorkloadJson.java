package dev.hubbub.bots.workload;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Workloads as files: one JSON object, read strictly. What is unknown, repeated or of another type
 * is refused, with its place.
 */
public final class WorkloadJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private WorkloadJson() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the file, the place and what is wrong there
   */
  public static WorkloadSettings read(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a text.
   *
   * @param source what to call it in an error
   * @throws IllegalArgumentException naming the source, the place and what is wrong there
   */
  public static WorkloadSettings read(String text, String source) {
    try {
      WorkloadSettings settings = MAPPER.readValue(text, WorkloadSettings.class);
      if (settings == null) {
        throw new IllegalArgumentException(source + ": must be an object, got: null");
      }
      return settings;
    } catch (UnrecognizedPropertyException e) {
      String place = place(placeOf(e.getPropertyName(), text));
      throw new IllegalArgumentException(source + place + ": " + reason(e), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(source + place(e.getLocation()) + ": " + reason(e), e);
    }
  }

  /** The text that {@link #read(String, String)} reads back as the same settings. */
  public static String write(WorkloadSettings settings) {
    return MAPPER.writeValueAsString(settings);
  }

  /** Whether the settings say something of a key. */
  public static boolean says(WorkloadSettings settings, String key) {
    return MAPPER.valueToTree(settings).has(key);
  }

  private static String place(@Nullable TokenStreamLocation at) {
    return at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
  }

  // The exception has none: Jackson holds an unknown property back until the record is complete.
  private static @Nullable TokenStreamLocation placeOf(String property, String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && property.equals(parser.currentName())) {
          return parser.currentTokenLocation();
        }
      }
      return null;
    }
  }

  private static String reason(UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "'" + e.getPropertyName() + "' is unknown; known are " + known;
  }

  private static String reason(JacksonException e) {
    String reason =
        e.getCause() instanceof IllegalArgumentException cause
            ? String.valueOf(cause.getMessage())
            : e.getOriginalMessage();
    String key = e instanceof DatabindException ? key(e.getPath()) : "";
    return key.isEmpty() ? reason : "'" + key + "': " + reason;
  }

  private static String key(List<JacksonException.Reference> path) {
    return path.stream()
        .map(JacksonException.Reference::getPropertyName)
        .filter(name -> name != null)
        .collect(Collectors.joining("."));
  }
}
