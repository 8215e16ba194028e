/**
 * Tests that tell a change from noise, over plain arrays.
 *
 * <p>A leaf: depends on nothing of ours. Pure functions; any thread may call them, and the same
 * values give the same answer, because what is drawn at random is drawn from a fixed seed.
 */
@NullMarked
package dev.hubbub.reports.statistics;

import org.jspecify.annotations.NullMarked;
