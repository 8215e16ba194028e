/**
 * What a program writes to its log: one line an event on standard error, in which no text of a
 * client can look like another line or another field.
 *
 * <p>Knows Logback and Jackson's generator, and nothing of ours. A thread of its own writes the
 * lines; any thread may log.
 */
@NullMarked
package dev.hubbub.logs;

import org.jspecify.annotations.NullMarked;
