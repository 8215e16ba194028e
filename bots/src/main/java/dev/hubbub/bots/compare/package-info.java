/**
 * The command {@code compare}: the server and its peers under the same load, in turns.
 *
 * <p>{@code Contenders} starts or finds the processes and gives each a fleet, {@code CompareRun}
 * takes them in turns, {@code Ratios} (pure) sets the server's figures against the peers', {@code
 * CompareTable} prints them. May depend on everything else in this module but the echo server,
 * which runs in a process of its own. Runs on the thread of the command.
 */
@NullMarked
package dev.hubbub.bots.compare;

import org.jspecify.annotations.NullMarked;
