/**
 * Gatling's words for the chat protocol: import {@link dev.hubbub.gatling.ChatDsl} statically and
 * write scenarios.
 *
 * <p>Depends on {@code dev.hubbub.gatling.engine} and Gatling's Java API. All builders are
 * immutable; they are used by the thread that sets the simulation up.
 */
@NullMarked
package dev.hubbub.gatling;

import org.jspecify.annotations.NullMarked;
