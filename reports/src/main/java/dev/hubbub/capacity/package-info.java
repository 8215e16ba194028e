/**
 * The program {@code hubbub} and its main job, {@code capacity}: starts a server process, finds
 * what it carries and what it costs, and writes the report.
 *
 * <p>Sees everything; nothing else sees it. Runs on the main thread; a signal interrupts that.
 */
@NullMarked
package dev.hubbub.capacity;

import org.jspecify.annotations.NullMarked;
