/**
 * Where a message goes: one exhaustive decision between endpoint, user and nobody. One class an
 * endpoint, all of them in one table.
 *
 * <p>Knows {@code session}, {@code outbound}, {@code protocol} and {@code metrics}; no channel.
 * Runs on the event loop of the sender.
 */
@NullMarked
package dev.hubbub.server.router;

import org.jspecify.annotations.NullMarked;
