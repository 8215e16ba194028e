package dev.hubbub.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin port on a real socket. */
class AdminServerTest {
  private static final int CONNECTIONS_MAX = 32;

  private final AtomicBoolean ready = new AtomicBoolean(true);
  private final AdminServer server = start(0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void it_is_ready_until_it_drains_and_healthy_all_the_time() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    ready.set(false);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("draining\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_have_the_type_that_prometheus_asks_for() throws Exception {
    HttpResponse<String> metrics = get("/metrics?a=b");

    assertThat(metrics.body()).isEqualTo("a_metric 1\n");
    assertThat(metrics.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void head_has_the_headers_of_get_and_no_body() throws Exception {
    HttpResponse<String> head = send("HEAD", "/metrics", "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-length")).contains("11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE2"})
  void other_methods_are_not_allowed(String method) throws Exception {
    HttpResponse<String> response = send(method, "/metrics", "x");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/..%2fetc/passwd", "/healthz/x"})
  void what_is_not_there_is_404(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"5000, 10, 414", "10, 9000, 431"})
  void what_is_too_long_is_refused_and_closed(int lineBytes, int headerBytes, String status)
      throws Exception {
    String request =
        "GET /" + "a".repeat(lineBytes) + " HTTP/1.1\r\nX: " + "b".repeat(headerBytes) + "\r\n\r\n";
    assertThat(exchange(request)).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void a_large_body_is_refused() throws Exception {
    assertThat(send("POST", "/metrics", "x".repeat(5_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void what_is_no_http_is_refused_and_closed() throws Exception {
    assertThat(exchange("alice\n{\"from\": 1}\r\n\r\n")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void requests_in_one_piece_are_answered_one_by_one_on_the_same_connection() throws Exception {
    String get = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    String last = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    assertThat(exchange(get.repeat(50) + last).split("HTTP/1.1 200 OK", -1)).hasSize(52);
  }

  @Test
  void more_connections_than_it_takes_are_closed_and_it_answers_when_some_have_gone()
      throws Exception {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS_MAX; i++) {
      held.add(connect());
    }
    try (Socket tooMany = connect()) {
      assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
    }

    held.getFirst().close();

    await()
        .atMost(TestClient.PATIENCE)
        .ignoreExceptions()
        .until(() -> get("/healthz").statusCode() == 200);
    for (Socket socket : held) {
      socket.close();
    }
  }

  @Test
  void a_taken_port_is_an_error() {
    assertThatThrownBy(() -> start(server.address().getPort()).close())
        .hasRootCauseInstanceOf(IOException.class);
  }

  private AdminServer start(int port) {
    try {
      return AdminServer.start(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          new AdminPages(ready::get, () -> "a_metric 1\n"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .timeout(TestClient.PATIENCE)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    socket.setSoTimeout(Math.toIntExact(TestClient.PATIENCE.toMillis()));
    return socket;
  }
}
