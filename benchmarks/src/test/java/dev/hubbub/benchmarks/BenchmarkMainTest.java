package dev.hubbub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

class BenchmarkMainTest {
  @Test
  void what_the_command_line_leaves_open_is_set_for_all()
      throws CommandLineOptionException, IOException {
    Options options = BenchmarkMain.withDefaults(new CommandLineOptions());

    assertThat(options.getForkCount().get()).isEqualTo(2);
    assertThat(options.getResultFormat().get()).isEqualTo(ResultFormatType.JSON);
    assertThat(options.getJvmArgs().get()).contains("-XX:+UseSerialGC", "-Xms4g", "-Xmx4g");
    assertThat(options.getResult().get()).endsWith("/benchmarks/target/jmh-result.json");
    assertThat(options.getProfilers()).hasSize(1);
  }

  @Test
  void what_the_command_line_says_wins() throws CommandLineOptionException, IOException {
    Options options =
        BenchmarkMain.withDefaults(
            new CommandLineOptions("-f", "1", "-wi", "2", "-i", "3", "-rf", "csv", "Decode"));

    assertThat(options.getForkCount().get()).isEqualTo(1);
    assertThat(options.getWarmupIterations().get()).isEqualTo(2);
    assertThat(options.getMeasurementIterations().get()).isEqualTo(3);
    assertThat(options.getResultFormat().get()).isEqualTo(ResultFormatType.CSV);
    assertThat(options.getIncludes()).containsExactly("Decode");
  }
}
