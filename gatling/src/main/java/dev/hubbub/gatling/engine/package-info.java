/**
 * The chat protocol inside Gatling: how a step is timed, what it sends, what ends it.
 *
 * <p>Knows Gatling's core, Netty and {@code dev.hubbub.protocol}; nothing else of the project. One
 * virtual user lives on one of Gatling's event loops, its connection on the same one: everything
 * here runs there, without locks, except where a class says otherwise.
 */
@NullMarked
package dev.hubbub.gatling.engine;

import org.jspecify.annotations.NullMarked;
