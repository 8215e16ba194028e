package dev.hubbub.benchmarks;

import java.io.IOException;
import java.util.List;
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

  // One collector, without helper threads, and a heap that never grows: what is compared is the
  // code. The two permissions are what Netty asks for on this Java; its own threads run the
  // benchmarks.
  private static final String[] JVM_FLAGS = {
    "-XX:+UseSerialGC",
    "-Xms2g",
    "-Xmx2g",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Djmh.executor=CUSTOM",
    "-Djmh.executor.class=" + EventLoopThreads.class.getName()
  };

  private BenchmarkMain() {}

  /** Runs what the options select, by default all, and writes {@code jmh-result.json}. */
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
  static Options withDefaults(Options given) {
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
            .jvmArgs(given.getJvmArgs().orElse(List.of(JVM_FLAGS)).toArray(String[]::new))
            .shouldFailOnError(true);
    if (given.getBenchModes().isEmpty()) {
      options.mode(Mode.AverageTime);
    }
    if (given.getProfilers().isEmpty()) {
      options.addProfiler(GCProfiler.class);
    }
    return options.build();
  }
}
