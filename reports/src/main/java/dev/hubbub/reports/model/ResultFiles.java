package dev.hubbub.reports.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads results from files and folders. */
public final class ResultFiles {
  /** The file of a run of {@code capacity}. */
  public static final String CAPACITY = "capacity.json";

  /** The file of a report of several results. */
  public static final String REPORT = "report.json";

  /** What a folder may hold, in the order in which a report shows it. */
  public static final List<String> NAMES =
      List.of(
          CAPACITY,
          "breakpoint.json",
          "compare.json",
          "container-sizes.json",
          "swarm.json",
          "jmh.json",
          "stats.json");

  private ResultFiles() {}

  /**
   * Reads what is there.
   *
   * @param places files, and folders of files that are called as in {@link #NAMES}; of a folder
   *     with a {@value #REPORT} that alone
   * @return all results, in the order of the places; none of a folder without any
   * @throws IOException naming the file that is no result, or of a version that is not known
   */
  public static Report read(List<Path> places) throws IOException {
    Report all = Report.EMPTY;
    for (Path place : places) {
      for (Path file : files(place)) {
        all = all.plus(ReportJson.read(text(file), file.toString()));
      }
    }
    return all;
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    Path whole = place.resolve(REPORT);
    return Files.isRegularFile(whole)
        ? List.of(whole)
        : NAMES.stream().map(place::resolve).filter(Files::isRegularFile).toList();
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    }
  }
}
