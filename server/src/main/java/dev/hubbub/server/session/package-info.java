/**
 * Who is on line: sessions, and the registry in which a name is claimed and released atomically.
 *
 * <p>Knows {@code outbound} and {@code protocol}. The registry is used by all event loops at once.
 */
@NullMarked
package dev.hubbub.server.session;

import org.jspecify.annotations.NullMarked;
