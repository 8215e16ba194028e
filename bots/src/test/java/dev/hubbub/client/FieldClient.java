package dev.hubbub.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as there are many in the field: sends the bare name and waits, reads once with a buffer
 * of 1,024 bytes, and takes what comes for one JSON document.
 */
final class FieldClient implements AutoCloseable {
  private static final int READ_BYTES_MAX = 1_024;
  private static final int PATIENCE_MS = 20_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Socket socket;
  private final String name;

  /** Connects and registers; fails unless the server says welcome. */
  FieldClient(int port, String name) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.name = name;
    socket.setSoTimeout(PATIENCE_MS);
    socket.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
    String reply = receive().msg();
    if (!reply.contains("Welcome") || reply.contains("Error") || reply.contains("⛔")) {
      throw new IOException("not welcome: " + reply);
    }
  }

  void send(String to, String text) throws IOException {
    String message =
        JSON.writeValueAsString(
            Map.of("from", Map.of("name", name, "ip", "127.0.0.1"), "to", to, "msg", text));
    socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
  }

  /** One read, one document. */
  Document receive() throws IOException {
    byte[] buffer = new byte[READ_BYTES_MAX];
    int bytes = socket.getInputStream().read(buffer);
    if (bytes < 0) {
      throw new IOException("the server closed the connection");
    }
    JsonNode json = JSON.readTree(Arrays.copyOf(buffer, bytes));
    return new Document(
        json.at("/from/name").asString(), json.at("/to").asString(), json.at("/msg").asString());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What it understood. */
  record Document(String from, String to, String msg) {}
}
