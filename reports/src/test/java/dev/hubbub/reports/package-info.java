/** Tests of the reports: fixtures, the files that they must render to, and rules of their own. */
@NullMarked
package dev.hubbub.reports;

import org.jspecify.annotations.NullMarked;
