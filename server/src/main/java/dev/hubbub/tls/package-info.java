/**
 * TLS for both sides: certificates from PEM files, which a server reads anew when they change.
 *
 * <p>Knows Netty's TLS handler and nothing of ours. BoringSSL where its native library loads, the
 * JDK's engine elsewhere. Safe to use from any thread.
 */
@NullMarked
package dev.hubbub.tls;

import org.jspecify.annotations.NullMarked;
