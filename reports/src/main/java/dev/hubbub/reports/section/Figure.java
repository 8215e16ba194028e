package dev.hubbub.reports.section;

import dev.hubbub.reports.chart.Chart;
import org.jspecify.annotations.Nullable;

/**
 * A chart with what to read from it.
 *
 * @param words what to read from it
 * @param plot the same to zoom into, where scripts run; null where there is no use in that
 */
public record Figure(Chart chart, String words, @Nullable Plot plot) {}
