@NullMarked
package dev.hubbub.reports.history;

import org.jspecify.annotations.NullMarked;
