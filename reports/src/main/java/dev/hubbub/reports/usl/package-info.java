/**
 * The Universal Scalability Law, fitted to the steps of a search by rate.
 *
 * <p>Sees {@code dev.hubbub.measure.result} and the texts of reports. Pure functions; any thread
 * may call them.
 */
@NullMarked
package dev.hubbub.reports.usl;

import org.jspecify.annotations.NullMarked;
