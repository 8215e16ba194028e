/**
 * Operations, on a port of their own: {@code /healthz}, {@code /readyz}, {@code /metrics}.
 *
 * <p>Knows {@code metrics} and Netty's HTTP; nothing of users and messages. Runs on an event loop
 * of its own, so that it answers when the others are busy.
 */
@NullMarked
package dev.hubbub.server.admin;

import org.jspecify.annotations.NullMarked;
