/**
 * Benchmarks of {@code dev.hubbub.protocol}: bytes to message and back, framing, names. Each has
 * the cheapest work that could possibly do beside it, as {@code floor…}.
 *
 * <p>Depends on {@code dev.hubbub.protocol} and JMH, whose threads run it, each with a state of its
 * own.
 */
@NullMarked
package dev.hubbub.benchmarks.protocol;

import org.jspecify.annotations.NullMarked;
