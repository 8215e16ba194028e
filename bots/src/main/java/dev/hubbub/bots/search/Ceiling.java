package dev.hubbub.bots.search;

/**
 * A load that can't be exceeded, whatever the server could carry.
 *
 * @param load in the unit of the dimension
 * @param reason what imposes it, with its numbers
 */
public record Ceiling(long load, String reason) {}
