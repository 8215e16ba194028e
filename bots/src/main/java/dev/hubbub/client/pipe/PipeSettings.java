package dev.hubbub.client.pipe;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * What a chat in a pipe works with.
 *
 * @param in lines to send, UTF-8
 * @param out where messages are printed
 * @param err where problems are said
 * @param to the receiver of every line; empty: every line names its own
 * @param json whether messages are printed as JSON
 * @param stay whether to go on receiving after the last line
 */
public record PipeSettings(
    InputStream in, PrintStream out, PrintWriter err, String to, boolean json, boolean stay) {}
