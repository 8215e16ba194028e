/**
 * Simulations to run, and what they share: parameters, the server under test, the program.
 *
 * <p>Depends on {@code dev.hubbub.gatling}, its {@code stats} and {@code times}, on {@code
 * dev.hubbub.cli} and on nothing of the engine; starts the server as a process of its own and never
 * in the same one. Runs on the main thread, before and after the load.
 */
@NullMarked
package dev.hubbub.gatling.simulation;

import org.jspecify.annotations.NullMarked;
