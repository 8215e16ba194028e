package dev.hubbub.bots.worker;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Commands and events as lines of text. */
public final class WorkerJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private WorkerJson() {}

  /** A command as one line, without the line feed. */
  public static String line(WorkerCommand command) {
    return MAPPER.writerFor(WorkerCommand.class).writeValueAsString(command);
  }

  /** An event as one line, without the line feed. */
  public static String line(WorkerEvent event) {
    return MAPPER.writerFor(WorkerEvent.class).writeValueAsString(event);
  }

  /**
   * Reads a command.
   *
   * @throws IllegalArgumentException if the line is none
   */
  public static WorkerCommand command(String line) {
    return read(line, WorkerCommand.class);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if the line is none
   */
  public static WorkerEvent event(String line) {
    return read(line, WorkerEvent.class);
  }

  private static <T> T read(String line, Class<T> type) {
    try {
      return MAPPER.readValue(line, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + line, e);
    }
  }
}
