/**
 * What all commands share: exit statuses, options that read environment variables, and how an error
 * is said.
 *
 * <p>Knows picocli and nothing of ours. Used by the main thread of a program only.
 */
@NullMarked
package dev.hubbub.cli;

import org.jspecify.annotations.NullMarked;
