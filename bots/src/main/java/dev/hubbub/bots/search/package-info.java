/**
 * The search for the highest load that a server holds, as pure functions: what a step observed goes
 * in, the next target or the result comes out.
 *
 * <p>No clock, no thread and no input or output, so all of it is tested against simulated servers.
 * Depends on the result model and on the measured values of {@code dev.hubbub.bots}; used by {@code
 * dev.hubbub.bots.breakpoint}, from one thread.
 */
@NullMarked
package dev.hubbub.bots.search;

import org.jspecify.annotations.NullMarked;
