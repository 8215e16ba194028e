/**
 * What the server counts, named in one place.
 *
 * <p>Knows Micrometer and nothing of ours; every other package of the server may use it. Safe to
 * use from any thread.
 */
@NullMarked
package dev.hubbub.server.metrics;

import org.jspecify.annotations.NullMarked;
