/**
 * The instruments: when a message is due, how late it was, and what became of it.
 *
 * <p>Pure: no thread, no socket, and no clock but the one that is handed in. May depend on {@code
 * dev.hubbub.measure.result} and HdrHistogram, nothing else of ours. Every type belongs to one
 * thread at a time; in a worker that is its event loop.
 */
@NullMarked
package dev.hubbub.measure;

import org.jspecify.annotations.NullMarked;
