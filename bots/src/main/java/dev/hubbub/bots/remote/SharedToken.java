package dev.hubbub.bots.remote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a coordinator and its worker hosts both know. It never goes over the network: each side
 * proves that it knows it by an HMAC-SHA256 (RFC 2104) over a number that the other side has just
 * drawn. Immutable.
 */
public final class SharedToken {
  /** Shorter ones can be found by trying, by someone who has seen a proof. */
  public static final int LENGTH_RECOMMENDED_MIN = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  /** The token of that text, which must not be empty. */
  public SharedToken(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a token must not be empty");
    }
    this.secret = text.strip().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it is too short to withstand someone who listens on the network. */
  public boolean isShort() {
    return secret.length < LENGTH_RECOMMENDED_MIN;
  }

  /**
   * What the side in this role answers to the numbers of both sides. The role is part of it, so
   * that a proof can't be sent back to where it came from.
   */
  String proof(String role, String workerNonce, String coordinatorNonce) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      String text = role + ":" + workerNonce + ":" + coordinatorNonce;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether the other side's answer is right, in a time that doesn't tell how much of it is. */
  boolean proves(String given, String role, String workerNonce, String coordinatorNonce) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        proof(role, workerNonce, coordinatorNonce).getBytes(StandardCharsets.UTF_8));
  }
}
