/**
 * What a receiver's outgoing side must do, and the policy for receivers that don't read.
 *
 * <p>Knows only {@code protocol}. {@code wire} implements it on a channel; the tests of the router
 * record what it is given.
 */
@NullMarked
package dev.hubbub.server.outbound;

import org.jspecify.annotations.NullMarked;
