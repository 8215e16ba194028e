/**
 * The program that runs the microbenchmarks, and the one place of their settings.
 *
 * <p>Depends on JMH. The benchmarks are found by their annotation: nothing here names one.
 */
@NullMarked
package dev.hubbub.benchmarks;

import org.jspecify.annotations.NullMarked;
