package dev.hubbub.gatling.simulation;

import dev.hubbub.gatling.stats.GatlingStats;
import dev.hubbub.gatling.stats.RunOrigin;
import dev.hubbub.gatling.stats.StatsJson;
import dev.hubbub.gatling.stats.StatsReader;
import dev.hubbub.gatling.stats.StatsText;
import dev.hubbub.gatling.times.TimesFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The folder that Gatling makes for a run, and one that holds its finer times until then. */
final class RunFolder implements AutoCloseable {
  private final Path results;
  private final Set<Path> earlierRuns;
  private final Path times;

  private RunFolder(Path results, Set<Path> earlierRuns, Path times) {
    this.results = results;
    this.earlierRuns = earlierRuns;
    this.times = times;
  }

  /**
   * Call it before the run.
   *
   * @param results where Gatling makes a folder for each run
   * @throws IOException if it can't be read, or there is no place for temporary files
   */
  static RunFolder begin(Path results) throws IOException {
    Path times = Files.createTempDirectory("hubbub-gatling");
    System.setProperty(TimesFolder.PROPERTY, times.toString());
    return new RunFolder(results, runs(results), times);
  }

  /**
   * Writes {@code stats.json} beside Gatling's files, if the run left a log.
   *
   * @throws IOException if it can't be written
   */
  void writeStats(RunOrigin origin) throws IOException {
    Set<Path> made = runs(results);
    made.removeAll(earlierRuns);
    for (Path run : made) {
      GatlingStats stats = StatsReader.read(run, TimesFolder.read(times), origin);
      System.out.print(StatsText.of(stats));
      System.out.println("Figures for programs: " + StatsJson.write(stats, run));
    }
  }

  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(times)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(times);
  }

  private static Set<Path> runs(Path results) throws IOException {
    Set<Path> runs = new HashSet<>();
    if (Files.isDirectory(results)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(results)) {
        for (Path folder : folders) {
          if (Files.exists(folder.resolve("simulation.log"))) {
            runs.add(folder);
          }
        }
      }
    }
    return runs;
  }
}
