package dev.hubbub.reports.words;

/**
 * A figure or a circumstance, ready to print.
 *
 * @param name what it is
 * @param value in words, with the unit
 */
public record Fact(String name, String value) {}
