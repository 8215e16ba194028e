package dev.hubbub.reports;

import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the reports of a run as files. */
public final class ReportWriter {
  /** The page's file name. */
  public static final String PAGE = "index.html";

  /** The summary's file name. */
  public static final String SUMMARY = "summary.md";

  private ReportWriter() {}

  /**
   * Writes {@code index.html} and {@code summary.md}. Each file is there as a whole or not at all:
   * a reader never sees half a report.
   *
   * @param folder created if it doesn't exist
   * @return the page
   * @throws IOException naming the folder or the file that can't be written
   */
  public static Path write(RunResult run, Path folder) throws IOException {
    String page = HtmlReport.render(run);
    String summary = MarkdownSummary.render(run);
    create(folder);
    replace(folder.resolve(SUMMARY), summary);
    return replace(folder.resolve(PAGE), page);
  }

  private static void create(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException("can't create the folder " + folder + ": " + reason(e), e);
    }
  }

  // A name of its own for each process: two that write the same report don't mix their halves. Not
  // a file of createTempFile, which nobody else could read.
  private static Path replace(Path file, String text) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(half, text);
      return move(half, file);
    } catch (IOException e) {
      throw new IOException("can't write " + file + ": " + reason(e), e);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // The message of most file system exceptions is only the name of a file.
  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceFirst("Exception$", "") + " " + e.getMessage();
  }
}
