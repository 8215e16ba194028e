package dev.hubbub.reports;

/**
 * A figure or a circumstance, ready to print.
 *
 * @param name what it is
 * @param value in words, with the unit
 */
record Fact(String name, String value) {}
