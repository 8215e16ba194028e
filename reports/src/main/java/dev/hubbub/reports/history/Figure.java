package dev.hubbub.reports.history;

import dev.hubbub.measure.result.Verdict;
import java.util.List;

/**
 * A figure of a run.
 *
 * @param metric the {@linkplain Metric#key key} of what it is
 * @param value in the metric's unit
 * @param verdict {@code AT_LEAST} where it is a lower bound; a figure that is {@code INVALID} is
 *     not kept
 * @param repeats what each search found, where there were several and all found a number; else
 *     empty
 */
public record Figure(String metric, double value, Verdict.Kind verdict, List<Double> repeats) {}
