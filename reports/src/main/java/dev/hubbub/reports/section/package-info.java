/**
 * The sections of a report, each a function of the model: figures, tables and words, without any
 * markup of their own. A section whose results are not there is empty.
 *
 * <p>Sees everything else of reports but the renderers. Pure functions and values; any thread may
 * call them.
 */
@NullMarked
package dev.hubbub.reports.section;

import org.jspecify.annotations.NullMarked;
