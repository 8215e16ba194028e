/**
 * Other people's words, made fit to be shown: nothing in them reaches a terminal as a command, and
 * they are measured in columns.
 *
 * <p>Pure functions over text; knows JLine's widths and styles, and of ours only {@code
 * dev.hubbub.protocol}. Usable from any thread.
 */
@NullMarked
package dev.hubbub.client.text;

import org.jspecify.annotations.NullMarked;
