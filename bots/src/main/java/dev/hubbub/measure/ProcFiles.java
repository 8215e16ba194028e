package dev.hubbub.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads what the kernel tells in {@code /proc}. Where a file is missing, unreadable or other than
 * expected the answer is empty: off Linux everything is.
 *
 * <p>Safe for use by several threads.
 */
public final class ProcFiles {
  private final Path root;

  /** Reads below another root than {@code /proc}. */
  ProcFiles(Path root) {
    this.root = root;
  }

  /** Reads {@code /proc}. */
  public static ProcFiles ofKernel() {
    return new ProcFiles(Path.of("/proc"));
  }

  /** The trimmed text of a file. */
  public Optional<String> text(String path) {
    // By a buffer: files below sys answer the first read only, and readString's is of one byte
    // where
    // the size is said to be 0.
    try (BufferedReader reader = Files.newBufferedReader(root.resolve(path))) {
      return Optional.of(reader.readAllAsString().strip());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The first number of the line that begins with the name, as in {@code VmRSS: 12 kB}. */
  public Optional<Long> number(String path, String name) {
    return field(path, name).flatMap(value -> parse(value.split("\\s+", 2)[0], Long::valueOf));
  }

  /** The rest of the line that begins with the name, without a colon and the white space. */
  public Optional<String> field(String path, String name) {
    return text(path)
        .flatMap(text -> text.lines().filter(line -> line.startsWith(name)).findFirst())
        .map(line -> line.substring(name.length()).replaceFirst("^[\\s:]+", ""))
        .filter(value -> !value.isEmpty());
  }

  /** Names of the entries of a folder; empty when it can't be read. */
  public List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
    return names;
  }

  /** Where a symbolic link leads. */
  public Optional<String> link(String path) {
    try {
      return Optional.of(Files.readSymbolicLink(root.resolve(path)).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** The value, or empty where the parser refuses it. */
  static <T> Optional<T> parse(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
