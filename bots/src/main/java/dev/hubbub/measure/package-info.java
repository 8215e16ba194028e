/**
 * The instruments: when a message is due, how late it was, and what became of it.
 *
 * <p>The instruments are pure: no thread, no socket, and no clock but the one that is handed in.
 * Each belongs to one thread at a time; in a worker that is its event loop. Beside them stand the
 * probes, which read what the kernel and the JDK's tools tell about a process and the machine, and
 * the JSON text of a result; they belong to the thread of a command.
 *
 * <p>May depend on {@code dev.hubbub.measure.result}, HdrHistogram and Jackson, nothing else of
 * ours.
 */
@NullMarked
package dev.hubbub.measure;

import org.jspecify.annotations.NullMarked;
