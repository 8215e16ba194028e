package dev.hubbub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks. Takes JMH's own options; what they don't say is set here, for all. */
public final class BenchmarkMain {
  private static final int FORKS = 2;
  private static final int ITERATIONS = 5;
  private static final TimeValue ITERATION_TIME = TimeValue.seconds(1);

  private BenchmarkMain() {}

  /** Runs what the options select, by default all, and writes the results beside the program. */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions given = new CommandLineOptions(args);
    if (given.shouldHelp()) {
      given.showHelp();
    } else if (given.shouldList()) {
      new Runner(given).list();
    } else {
      var _ = new Runner(withDefaults(given)).run();
    }
  }

  /** The given options, and ours for what they leave open. */
  static Options withDefaults(Options given) throws IOException {
    var options =
        new OptionsBuilder()
            .parent(given)
            .forks(given.getForkCount().orElse(FORKS))
            .warmupIterations(given.getWarmupIterations().orElse(ITERATIONS))
            .warmupTime(given.getWarmupTime().orElse(ITERATION_TIME))
            .measurementIterations(given.getMeasurementIterations().orElse(ITERATIONS))
            .measurementTime(given.getMeasurementTime().orElse(ITERATION_TIME))
            .timeUnit(given.getTimeUnit().orElse(TimeUnit.NANOSECONDS))
            .resultFormat(given.getResultFormat().orElse(ResultFormatType.JSON))
            .result(given.getResult().orElse(besideProgram("jmh-result.json")))
            .shouldFailOnError(true);
    if (!given.getJvmArgs().hasValue()) {
      options.jvmArgs(JvmFlags.all());
    }
    if (given.getBenchModes().isEmpty()) {
      options.mode(Mode.AverageTime);
    }
    if (given.getProfilers().isEmpty()) {
      options.addProfiler(GCProfiler.class);
    }
    return options.build();
  }

  private static String besideProgram(String file) throws IOException {
    try {
      URI program = BenchmarkMain.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(program).resolveSibling(file).toString();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
