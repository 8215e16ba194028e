/**
 * The history of runs: one line a run in {@code history.jsonl}, which of them may be compared,
 * where their figures changed, and what that says of the newest.
 *
 * <p>Sees {@code dev.hubbub.measure.result}, {@code dev.hubbub.reports.statistics} and the texts of
 * reports. Only {@link dev.hubbub.reports.history.HistoryFile} and {@link
 * dev.hubbub.reports.history.HistoryFolder} touch files; everything else is a pure function that
 * any thread may call, and the same history gives the same answer.
 */
@NullMarked
package dev.hubbub.reports.history;

import org.jspecify.annotations.NullMarked;
