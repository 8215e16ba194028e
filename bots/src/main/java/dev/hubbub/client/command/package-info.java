/**
 * The command {@code chat}: in a terminal for people, in a pipe for scripts. May depend on all of
 * {@code dev.hubbub.client} and on {@code dev.hubbub.cli}. Runs on the main thread.
 */
@NullMarked
package dev.hubbub.client.command;

import org.jspecify.annotations.NullMarked;
