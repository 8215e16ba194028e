/**
 * Processes of this machine: the server and the echo server in processes of their own, the
 * processors that a process is pinned to, a quota of processor time for it, and who listens on a
 * port.
 *
 * <p>Knows {@code dev.hubbub.measure} and {@code dev.hubbub.cli} only. Everything runs on the
 * thread of the command.
 */
@NullMarked
package dev.hubbub.bots.local;

import org.jspecify.annotations.NullMarked;
