package dev.hubbub.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The metrics page of a server. Safe for use by several threads. */
public final class MetricsPage {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(1);

  private final URI address;

  /** The page at an address of HTTP. */
  public MetricsPage(URI address) {
    this.address = address;
  }

  /** Its address. */
  public URI address() {
    return address;
  }

  /** What it shows now; empty when there is no such page, or no answer within a second. */
  public Optional<PrometheusText> read() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_MAX).build();
    // A client of its own, which leaves no thread behind.
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build()) {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(PrometheusText.parse(response.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
