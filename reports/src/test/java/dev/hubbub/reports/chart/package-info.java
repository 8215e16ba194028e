/** Tests of scales, labels and charts. */
@NullMarked
package dev.hubbub.reports.chart;

import org.jspecify.annotations.NullMarked;
