package dev.hubbub.gatling.times;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;

/** Where the protocols of a run leave their times: each a file of its own. */
public final class TimesFolder {
  /** System property that names the folder; without it nothing is kept beside Gatling's log. */
  public static final String PROPERTY = "hubbub.gatling.times";

  static final String SUFFIX = ".hlog";
  private static final double MS_PER_SECOND = 1e3;

  private TimesFolder() {}

  /** The folder of this run, or null where none is wanted. */
  public static @Nullable Path ofThisRun() {
    String folder = System.getProperty(PROPERTY);
    return folder == null ? null : Path.of(folder);
  }

  /**
   * All that was recorded.
   *
   * @throws IOException if a file can't be read
   */
  public static RecordedTimes read(Path folder) throws IOException {
    Map<StepKey, Histogram> steps = new HashMap<>();
    Long begunAtMs = null;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        long oneMs = add(file, steps);
        if (oneMs > 0 && (begunAtMs == null || oneMs < begunAtMs)) {
          begunAtMs = oneMs;
        }
      }
    }
    return new RecordedTimes(begunAtMs, steps);
  }

  // When its first user began; 0 where none did.
  private static long add(Path file, Map<StepKey, Histogram> steps) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        HistogramLogReader reader = new HistogramLogReader(in)) {
      while (reader.hasNext()) {
        if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
          steps.merge(StepKey.ofTag(histogram.getTag()), histogram, TimesFolder::sum);
        }
      }
      return Math.round(reader.getStartTimeSec() * MS_PER_SECOND);
    }
  }

  private static Histogram sum(Histogram one, Histogram other) {
    one.add(other);
    return one;
  }
}
