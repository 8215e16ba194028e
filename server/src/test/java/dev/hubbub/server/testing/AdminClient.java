package dev.hubbub.server.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the admin port of a server.
 *
 * @param address its base, such as {@code http://127.0.0.1:9464}
 */
public record AdminClient(String address) {
  private static final Pattern ADDRESS = Pattern.compile("operations=\"(http://[^\"]+)\"");

  /** One that asks where the log of the server says. */
  public static AdminClient of(ServerProcess server) {
    await().atMost(TestClient.PATIENCE).until(() -> ADDRESS.matcher(server.errors()).find());
    Matcher address = ADDRESS.matcher(server.errors());
    if (!address.find()) {
      throw new AssertionError("no address in " + server.errors());
    }
    return new AdminClient(address.group(1));
  }

  /** What it answers. */
  public HttpResponse<String> get(String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(address + path)).timeout(TestClient.PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
