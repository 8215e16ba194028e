package dev.hubbub.server.testing;

import io.netty.pkitesting.X509Bundle;
import java.nio.file.Path;

/**
 * A certificate and where its files are.
 *
 * @param bundle the certificate, its chain and its key
 * @param chain file of the certificate and of those between it and the authority
 * @param key file of the private key
 */
public record TestCertificate(X509Bundle bundle, Path chain, Path key) {}
