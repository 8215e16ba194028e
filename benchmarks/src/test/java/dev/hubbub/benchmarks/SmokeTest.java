package dev.hubbub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.benchmarks.protocol.DecodeBenchmark;
import dev.hubbub.benchmarks.protocol.EncodeBenchmark;
import dev.hubbub.benchmarks.protocol.ForwardBenchmark;
import dev.hubbub.benchmarks.protocol.ScanBenchmark;
import dev.hubbub.benchmarks.protocol.UsernameBenchmark;
import dev.hubbub.benchmarks.router.RouteBenchmark;
import dev.hubbub.benchmarks.session.RegistryBenchmark;
import dev.hubbub.benchmarks.wire.AttackBenchmark;
import dev.hubbub.benchmarks.wire.DirectMessageBenchmark;
import dev.hubbub.benchmarks.wire.ListBenchmark;
import dev.hubbub.benchmarks.wire.ShoutBenchmark;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Calls every benchmark once, in this process, so that none rots. The times mean nothing. */
class SmokeTest {
  @Test
  void every_benchmark_runs() throws RunnerException {
    Options once =
        new OptionsBuilder()
            .mode(Mode.SingleShotTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .param("users", "1000")
            .param("crowd", "THOUSAND")
            .param("attack", "none", "slow_receivers")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(once).run();

    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark().replaceFirst("\\.[^.]+$", ""))
        .contains(
            DecodeBenchmark.class.getName(),
            EncodeBenchmark.class.getName(),
            ForwardBenchmark.class.getName(),
            ScanBenchmark.class.getName(),
            UsernameBenchmark.class.getName(),
            RegistryBenchmark.class.getName(),
            RouteBenchmark.class.getName(),
            DirectMessageBenchmark.class.getName(),
            ShoutBenchmark.class.getName(),
            ListBenchmark.class.getName(),
            AttackBenchmark.class.getName());
  }
}
