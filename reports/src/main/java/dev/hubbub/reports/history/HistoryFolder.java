package dev.hubbub.reports.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of reports that are kept: {@code history.jsonl}, each report under {@code runs/ID}, and
 * an index page over them.
 *
 * @param path of the folder, which is created with the first run
 */
public record HistoryFolder(Path path) {
  private static final String REPORTS = "runs";

  /**
   * All runs, in the order of their beginnings.
   *
   * @throws IOException if the history can't be read
   */
  public List<HistoryRun> runs() throws IOException {
    return new HistoryFile(path).read();
  }

  /** The folder of a run's report. */
  public Path report(HistoryRun run) {
    return path.resolve(REPORTS).resolve(run.id());
  }

  /** The address of a run's page on the index page, or an empty text where it is not kept. */
  public String link(HistoryRun run, String page) {
    return Files.exists(report(run).resolve(page)) ? REPORTS + "/" + run.id() + "/" + page : "";
  }

  /**
   * Adds a run unless it is there, and sets it against those before it.
   *
   * @throws IOException if the history can't be read or written
   */
  public History keep(HistoryRun run) throws IOException {
    HistoryFile file = new HistoryFile(path);
    file.add(run);
    return HistoryAnalysis.of(file.read(), run);
  }
}
