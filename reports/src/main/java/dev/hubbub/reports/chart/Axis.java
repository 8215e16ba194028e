package dev.hubbub.reports.chart;

import java.util.function.DoubleFunction;

/**
 * An axis of a chart.
 *
 * @param title what it shows, with the unit
 * @param label how a tick is written
 */
record Axis(String title, Scale scale, DoubleFunction<String> label) {}
