/**
 * The server as a whole: {@link dev.hubbub.server.ChatServer} to embed, {@link
 * dev.hubbub.server.ServerMain} to run.
 *
 * <p>Sits on top of all other packages of the module; started and stopped by one thread.
 */
@NullMarked
package dev.hubbub.server;

import org.jspecify.annotations.NullMarked;
