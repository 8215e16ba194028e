package dev.hubbub.protocol;

/**
 * One message of the protocol, in either direction.
 *
 * @param from who sends it; from a client only a claim, which the server overwrites
 * @param to the receiver's name, or an endpoint when it begins with {@code /}
 * @param msg the text
 */
public record Message(Sender from, String to, String msg) {}
