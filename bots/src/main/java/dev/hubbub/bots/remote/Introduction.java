package dev.hubbub.bots.remote;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How the two sides of a connection get to know each other, in three lines:
 *
 * <ol>
 *   <li>worker: {@code hubbub-worker 1 NONCE}
 *   <li>coordinator: {@code NONCE PROOF}
 *   <li>worker: {@code ok PROOF DESCRIPTION}, or {@code refused REASON} and the end
 * </ol>
 *
 * Each side draws its number anew for each connection, so a recorded proof is worth nothing.
 */
final class Introduction {
  private static final String PROTOCOL = "hubbub-worker 1 ";
  private static final String OK = "ok ";
  private static final String REFUSED = "refused ";
  private static final String WORKER = "worker";
  private static final String COORDINATOR = "coordinator";
  private static final int NONCE_BYTES = 32;
  private static final int LINE_BYTES_MAX = 4_096;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  private Introduction() {}

  /**
   * The worker's side, up to the point where it knows the other side.
   *
   * @return the line with which it answers, once a worker is there
   * @throws IOException if the coordinator doesn't know the token, which it is told, or goes
   */
  static String admit(LineSocket socket, SharedToken token, HostDescription self)
      throws IOException {
    String workerNonce = newNonce();
    socket.write(PROTOCOL + workerNonce);
    String[] answer = line(socket).split(" ");
    if (answer.length != 2 || !token.proves(answer[1], COORDINATOR, workerNonce, answer[0])) {
      refuse(socket, "the token is not the one of this worker");
      throw new IOException("a coordinator without the token");
    }
    return OK + token.proof(WORKER, workerNonce, answer[0]) + " " + self.toJson();
  }

  /** Tells a coordinator why it gets no worker. */
  static void refuse(LineSocket socket, String reason) throws IOException {
    socket.write(REFUSED + reason);
  }

  /**
   * The coordinator's side.
   *
   * @return what the worker's host says of itself
   * @throws IOException if it is no worker, doesn't know the token, or refuses
   */
  static HostDescription ask(LineSocket socket, SharedToken token) throws IOException {
    String greeting = line(socket);
    if (!greeting.startsWith(PROTOCOL)) {
      throw new IOException("not a Hubbub worker, or one of another version");
    }
    String workerNonce = greeting.substring(PROTOCOL.length());
    String ownNonce = newNonce();
    socket.write(ownNonce + " " + token.proof(COORDINATOR, workerNonce, ownNonce));
    String answer = line(socket);
    if (answer.startsWith(REFUSED)) {
      throw new IOException("refused: " + answer.substring(REFUSED.length()));
    }
    String[] parts = answer.split(" ", 3);
    if (parts.length != 3 || !token.proves(parts[1], WORKER, workerNonce, ownNonce)) {
      throw new IOException("the worker doesn't know the token");
    }
    return HostDescription.fromJson(parts[2]);
  }

  private static String line(LineSocket socket) throws IOException {
    @Nullable String line = socket.read(LINE_BYTES_MAX, ANSWER_MAX);
    if (line == null) {
      throw new IOException("the other side closed the connection");
    }
    return line;
  }

  private static String newNonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
