/**
 * How reports write numbers and strange text.
 *
 * <p>A leaf: depends on nothing of ours. Pure functions and values; any thread may call them.
 */
@NullMarked
package dev.hubbub.reports.text;

import org.jspecify.annotations.NullMarked;
