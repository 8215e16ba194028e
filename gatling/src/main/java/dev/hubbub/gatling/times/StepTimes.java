package dev.hubbub.gatling.times;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Distributions of the times of successful steps, in nanoseconds. Any thread may record. */
public final class StepTimes {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final long NOT_BEGUN = -1;

  private final Map<StepKey, Histogram> histograms = new ConcurrentHashMap<>();
  private final AtomicLong begunAtMs = new AtomicLong(NOT_BEGUN);

  /** Notes that a user whose steps are recorded begins; the first one counts. */
  public void begin(long atMs) {
    begunAtMs.compareAndSet(NOT_BEGUN, atMs);
  }

  /** Adds one time. */
  public void record(StepKey key, long durationNs) {
    histograms
        .computeIfAbsent(key, _ -> new ConcurrentHistogram(SIGNIFICANT_DIGITS))
        .recordValue(Math.max(0, durationNs));
  }

  /**
   * Writes what was recorded into a new file of the folder, one line a step, in HdrHistogram's log
   * format (version 1.3), with the step as tag, and when the first user began as start time.
   *
   * @throws IOException if the file can't be written
   */
  public void write(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "times", TimesFolder.SUFFIX);
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      if (begunAtMs.get() != NOT_BEGUN) {
        writer.outputStartTime(begunAtMs.get());
      }
      histograms.forEach((key, histogram) -> {
        Histogram copy = histogram.copy();
        copy.setTag(key.tag());
        writer.outputIntervalHistogram(0, 0, copy, 1);
      });
      if (out.checkError()) {
        throw new IOException("can't write " + file);
      }
    }
  }
}
