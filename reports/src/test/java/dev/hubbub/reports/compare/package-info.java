@NullMarked
package dev.hubbub.reports.compare;

import org.jspecify.annotations.NullMarked;
