/**
 * What a run of Gatling came to, as one file for programs: {@code stats.json}, as {@code
 * docs/schema/gatling-stats-1.schema.json} describes it.
 *
 * <p>Knows Gatling's reader of its own log, {@code dev.hubbub.gatling.times} and Jackson. Runs on
 * the main thread, after the load.
 */
@NullMarked
package dev.hubbub.gatling.stats;

import org.jspecify.annotations.NullMarked;
