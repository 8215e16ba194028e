package dev.hubbub.reports;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Results;
import dev.hubbub.reports.history.RunRecord;
import java.io.IOException;
import java.nio.file.Path;

/** A history of nights that ends with a partial run of hostile texts. */
final class KeptRuns {
  private static final int NIGHTS = 20;
  private static final int SHIFT_AT = 12;

  private KeptRuns() {}

  /** Keeps the runs, with the report of the last night, and writes the page over them. */
  static Path index(Path path) throws IOException {
    HistoryFolder folder = new HistoryFolder(path);
    for (int night = 0; night < NIGHTS; night++) {
      RunResult run = run(night);
      HistoryRun record = RunRecord.of(run);
      folder.keep(record);
      if (night == NIGHTS - 1) {
        ReportWriter.write(run, folder.report(record));
      }
    }
    folder.keep(RunRecord.of(Runs.hostile()));
    ReportWriter.writeIndex(folder);
    return path.resolve(ReportWriter.PAGE);
  }

  private static RunResult run(int night) {
    double users = (night < SHIFT_AT ? 20_000 : 15_000) + 50 * (night % 4);
    return Results.run(
        Results.START.plusSeconds(86_400L * night), Results.users(users, Verdict.Kind.VALID));
  }
}
