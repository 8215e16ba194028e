@NullMarked
package dev.hubbub.reports.usl;

import org.jspecify.annotations.NullMarked;
