/**
 * Charts as inline SVG: scales and ticks, the drawing, and the three charts that a report shows.
 *
 * <p>Depends on the result model and on {@code dev.hubbub.reports.text}; the report's style sheet
 * gives the colours. Pure functions and values; any thread may call them.
 */
@NullMarked
package dev.hubbub.reports.chart;

import org.jspecify.annotations.NullMarked;
