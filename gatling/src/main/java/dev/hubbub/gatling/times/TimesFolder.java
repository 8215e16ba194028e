package dev.hubbub.gatling.times;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;

/** Where the protocols of a run leave their times: each a file of its own. */
public final class TimesFolder {
  /** System property that names the folder; without it nothing is kept beside Gatling's log. */
  public static final String PROPERTY = "hubbub.gatling.times";

  static final String SUFFIX = ".hlog";

  private TimesFolder() {}

  /** The folder of this run, or null where none is wanted. */
  public static @Nullable Path ofThisRun() {
    String folder = System.getProperty(PROPERTY);
    return folder == null ? null : Path.of(folder);
  }

  /**
   * All that was recorded, in nanoseconds.
   *
   * @throws IOException if a file can't be read
   */
  public static Map<StepKey, Histogram> read(Path folder) throws IOException {
    Map<StepKey, Histogram> all = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        add(file, all);
      }
    }
    return all;
  }

  private static void add(Path file, Map<StepKey, Histogram> all) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        HistogramLogReader reader = new HistogramLogReader(in)) {
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        if (next instanceof Histogram histogram) {
          all.merge(
              StepKey.ofTag(histogram.getTag()),
              histogram,
              (sum, more) -> {
                sum.add(more);
                return sum;
              });
        }
      }
    }
  }
}
