/**
 * What the tests of the server share: a client on a plain socket, and servers in this process or in
 * one of their own.
 *
 * <p>The client knows nothing of Netty and nothing of the code under test, so that the two can't
 * agree on a mistake. Used by the threads of tests.
 */
@NullMarked
package dev.hubbub.server.testing;

import org.jspecify.annotations.NullMarked;
