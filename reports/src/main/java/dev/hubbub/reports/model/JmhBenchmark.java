package dev.hubbub.reports.model;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A result of JMH.
 *
 * @param benchmark class and method
 * @param mode {@code thrpt}, {@code avgt}, {@code sample} or {@code ss}
 * @param parameters by name
 * @param forks JVMs that ran it
 * @param threads that ran it at the same time
 * @param score in the unit
 * @param error half of the 99.9 % confidence interval of the score, null where there are too few
 *     iterations to know it
 * @param unit of score and error
 * @param bytesPerOperation what it allocates, null where that was not measured
 */
public record JmhBenchmark(
    String benchmark,
    String mode,
    SortedMap<String, String> parameters,
    int forks,
    int threads,
    double score,
    @Nullable Double error,
    String unit,
    @Nullable Double bytesPerOperation) {}
