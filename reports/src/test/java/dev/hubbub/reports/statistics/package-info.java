@NullMarked
package dev.hubbub.reports.statistics;

import org.jspecify.annotations.NullMarked;
