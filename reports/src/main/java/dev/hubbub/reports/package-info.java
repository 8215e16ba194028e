/**
 * Renders the result of a run for people: one HTML page, one Markdown summary, lines for the
 * terminal. Also the command {@code report} that renders again from a {@code capacity.json}.
 *
 * <p>Sees {@code dev.hubbub.measure} and files, and nothing that produces load. Renderers are pure
 * functions over {@link dev.hubbub.measure.result.RunResult}; every figure that several of them
 * show is put into words once, in {@link dev.hubbub.reports.Headline} and its neighbours. Any
 * thread may call them.
 */
@NullMarked
package dev.hubbub.reports;

import org.jspecify.annotations.NullMarked;
