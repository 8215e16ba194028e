@NullMarked
package dev.hubbub.reports.threshold;

import org.jspecify.annotations.NullMarked;
