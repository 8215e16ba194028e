package dev.hubbub.server.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The pages of the admin port. Safe to use from any thread. */
public final class AdminPages {
  /** What Prometheus asks for: its text format, with the version that the registry writes. */
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final BooleanSupplier ready;
  private final Supplier<String> metrics;

  /**
   * Pages on a server.
   *
   * @param ready whether new users should come; not while it drains
   * @param metrics all meters in the text format of Prometheus
   */
  public AdminPages(BooleanSupplier ready, Supplier<String> metrics) {
    this.ready = ready;
    this.metrics = metrics;
  }

  AdminPage get(String path) {
    return switch (path) {
      case "/healthz" -> AdminPage.text(HttpResponseStatus.OK, "ok");
      case "/readyz" ->
          ready.getAsBoolean()
              ? AdminPage.text(HttpResponseStatus.OK, "ready")
              : AdminPage.text(HttpResponseStatus.SERVICE_UNAVAILABLE, "draining");
      case "/metrics" -> new AdminPage(HttpResponseStatus.OK, METRICS_TYPE, metrics.get());
      default ->
          AdminPage.text(
              HttpResponseStatus.NOT_FOUND, "Not here. Try /healthz, /readyz or /metrics.");
    };
  }
}
