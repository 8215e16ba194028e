/**
 * Tests of the launcher, the script {@code hubbub}: the real script in a checkout of its own, with
 * a Maven wrapper and JDKs made by the test that record how they were called.
 *
 * <p>Depends on nothing of ours. Every test runs on its own thread with its own folders.
 */
@NullMarked
package dev.hubbub.launcher;

import org.jspecify.annotations.NullMarked;
