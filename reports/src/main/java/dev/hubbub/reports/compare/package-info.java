/**
 * Two runs side by side, and which of their differences are more than chance.
 *
 * <p>Sees {@code dev.hubbub.measure}, {@code dev.hubbub.reports.history}, {@code
 * dev.hubbub.reports.statistics} and the texts of reports. Pure functions but for the command; any
 * thread may call them.
 */
@NullMarked
package dev.hubbub.reports.compare;

import org.jspecify.annotations.NullMarked;
