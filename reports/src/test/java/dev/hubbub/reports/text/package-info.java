/** Tests of how numbers and strange text are written. */
@NullMarked
package dev.hubbub.reports.text;

import org.jspecify.annotations.NullMarked;
