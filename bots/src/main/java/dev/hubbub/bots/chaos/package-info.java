/**
 * Chaos bots: clients that behave badly, each in a way of its own, and check that the server
 * answers as docs/protocol.md says. The texts of that page are written out here once more ({@code
 * Texts}): a check that took them from the server's own code would not notice a change.
 *
 * <p>{@link dev.hubbub.bots.chaos.ChaosCrew} runs them on virtual threads with blocking sockets:
 * they are few and slow, and a script of sends and expectations is read from top to bottom. May
 * depend on {@code dev.hubbub.bots.workload}, which names what they do, and on {@code
 * dev.hubbub.protocol}.
 */
@NullMarked
package dev.hubbub.bots.chaos;

import org.jspecify.annotations.NullMarked;
