package dev.hubbub.reports.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of a folder, one line each, in {@value #NAME}.
 *
 * <p>Several processes may add to the same file: each locks it meanwhile. Within a process one
 * object a file, which several threads may use.
 */
public final class HistoryFile {
  /** The file's name. */
  public static final String NAME = "history.jsonl";

  private final Path file;

  /** The history in a folder, which is created with the first run. */
  public HistoryFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * All runs, in the order of their beginnings; none where there is no history yet.
   *
   * @throws IOException if it can't be read, naming the line that is no run of this version
   */
  public synchronized List<HistoryRun> read() throws IOException {
    return Files.exists(file) ? parse(Files.readString(file)) : List.of();
  }

  /**
   * Adds a run, unless it is there already. The line is there as a whole or not at all.
   *
   * @return whether it was added
   * @throws IOException if it can't be read or written, or if a line is no run of this version
   */
  public synchronized boolean add(HistoryRun run) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      List<HistoryRun> before = parse(content(channel));
      if (!lock.isValid() || before.stream().anyMatch(one -> one.id().equals(run.id()))) {
        return false;
      }
      append(channel, HistoryJson.write(run) + "\n");
      return true;
    }
  }

  private List<HistoryRun> parse(String text) throws IOException {
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new IOException(
          "%s, line %d: has no end; it was not written whole"
              .formatted(file, text.lines().count()));
    }
    List<HistoryRun> runs = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      runs.add(HistoryJson.read(line, file + ", line " + number));
    }
    runs.sort(Comparator.comparing(HistoryRun::startedAt).thenComparing(HistoryRun::id));
    return List.copyOf(runs);
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (content.hasRemaining() && channel.read(content) >= 0) {}
    return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
  }

  // A disk that fills up in the middle leaves the file as it was.
  private static void append(FileChannel channel, String line) throws IOException {
    long end = channel.size();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      channel.position(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }
}
