/**
 * The server against a world that fails: connections that are cut, delayed, stalled or only half
 * there, clients that are killed, crowds that say nothing, a soak. Every test here ends with {@link
 * dev.hubbub.server.faults.Invariants}.
 */
package dev.hubbub.server.faults;
