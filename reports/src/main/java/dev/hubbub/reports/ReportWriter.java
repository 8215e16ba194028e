package dev.hubbub.reports;

import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ReportJson;
import dev.hubbub.reports.model.ResultFiles;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a report as files. */
public final class ReportWriter {
  /** The page's file name. */
  public static final String PAGE = "index.html";

  /** The summary's file name. */
  public static final String SUMMARY = "summary.md";

  /** The thresholds' file name. */
  public static final String JUNIT = "junit.xml";

  /** The badge's file names. */
  public static final String BADGE = "badge.svg";

  /** The file name of the badge for shields.io. */
  public static final String BADGE_JSON = "badge.json";

  private ReportWriter() {}

  /** Writes the report of one run, as {@link #write(Report, Findings, Path)}. */
  public static Path write(RunResult run, Path folder) throws IOException {
    Report report = Report.of(run);
    return write(report, Findings.of(report, null), folder);
  }

  /**
   * Writes the page over all kept runs into the history's folder.
   *
   * @throws IOException if the history can't be read or the page not be written
   */
  public static void writeIndex(HistoryFolder folder) throws IOException {
    replace(folder.path().resolve(PAGE), IndexPage.of(folder, folder.runs()).html());
  }

  /**
   * Writes all renderings, {@code capacity.json} of the headlined run, and {@code report.json}
   * where there is more than that. Each file is there as a whole or not at all: a reader never sees
   * half a report.
   *
   * @param folder created if it doesn't exist
   * @return the page
   * @throws IOException naming the folder or the file that can't be written
   */
  public static Path write(Report report, Findings findings, Path folder) throws IOException {
    create(folder);
    // The results first: whatever may go wrong with their renderings, they are kept.
    writeResults(report, folder);
    Badge badge = Badge.of(report);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(BADGE, badge.svg());
    files.put(BADGE_JSON, badge.json());
    files.put(JUNIT, JunitReport.render(report, findings));
    files.put(SUMMARY, MarkdownSummary.render(report, findings));
    files.put(PAGE, HtmlReport.render(report, findings));
    for (Map.Entry<String, String> file : files.entrySet()) {
      replace(folder.resolve(file.getKey()), file.getValue());
    }
    return folder.resolve(PAGE);
  }

  private static void writeResults(Report report, Path folder) throws IOException {
    RunResult run = report.run();
    if (run != null) {
      replace(folder.resolve(ResultFiles.CAPACITY), ResultJson.write(run));
    }
    Path whole = folder.resolve(ResultFiles.REPORT);
    if (run != null && Report.of(run).equals(report)) {
      // One of an earlier report would be read instead.
      Files.deleteIfExists(whole);
    } else {
      replace(whole, ReportJson.write(report));
    }
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
  private static void replace(Path file, String text) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(half, text);
      move(half, file);
    } catch (IOException e) {
      throw new IOException("can't write " + file + ": " + reason(e), e);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // The message of most file system exceptions is only the name of a file.
  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceFirst("Exception$", "") + " " + e.getMessage();
  }
}
