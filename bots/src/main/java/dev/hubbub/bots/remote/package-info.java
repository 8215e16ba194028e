/**
 * Workers on other machines: a host that lends its processors and ports ({@code hubbub worker}),
 * and the way to it.
 *
 * <p>A connection carries one worker: after the two sides have proved to each other that they hold
 * the same token, the lines of {@code dev.hubbub.bots.worker} go back and forth. No time of a clock
 * is among them: what one worker times, it times alone. Blocking streams on virtual threads; may
 * depend on {@code dev.hubbub.bots.worker}, {@code dev.hubbub.measure}, {@code dev.hubbub.tls} and
 * {@code dev.hubbub.cli}.
 */
@NullMarked
package dev.hubbub.bots.remote;

import org.jspecify.annotations.NullMarked;
