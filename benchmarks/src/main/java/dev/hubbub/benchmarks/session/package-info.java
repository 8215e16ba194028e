/**
 * Benchmarks of {@code dev.hubbub.server.session}: what the number of users costs.
 *
 * <p>Depends on that package, {@code dev.hubbub.server.outbound}, {@code dev.hubbub.protocol} and
 * JMH, whose threads run it.
 */
@NullMarked
package dev.hubbub.benchmarks.session;

import org.jspecify.annotations.NullMarked;
