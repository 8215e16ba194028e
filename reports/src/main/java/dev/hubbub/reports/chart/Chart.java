package dev.hubbub.reports.chart;

import dev.hubbub.reports.text.Markup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chart, drawn as one inline SVG element without colours of its own.
 *
 * @param id unique within the page
 * @param title what a screen reader says first
 * @param description what the chart shows, for who can't see it
 */
public record Chart(
    String id, String title, String description, Axis x, Axis y, List<Series> series) {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 320;
  private static final int LEFT = 62;
  private static final int RIGHT = WIDTH - 98;
  private static final int TOP = 34;
  private static final int BOTTOM = HEIGHT - 48;
  private static final int LABEL_GAP = 16;

  /** The SVG element. */
  public Markup svg() {
    return Markup.of(
        """
        <svg viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-desc">
        <title id="{}-title">{}</title>
        <desc id="{}-desc">{}</desc>
        {}
        {}
        {}
        {}
        </svg>\
        """,
        WIDTH,
        HEIGHT,
        id,
        id,
        id,
        title,
        id,
        description,
        yAxis(),
        xAxis(),
        body(),
        names());
  }

  private Markup yAxis() {
    Markup ticks =
        y.scale().ticks().stream()
            .map(tick ->
                Markup.of(
                    "<path class=\"grid\" d=\"M{} {}H{}\"/><text x=\"{}\" y=\"{}\" dy=\".35em\""
                        + " text-anchor=\"end\">{}</text>",
                    LEFT,
                    number(pixelY(tick)),
                    RIGHT,
                    LEFT - 8,
                    number(pixelY(tick)),
                    y.label().apply(tick)))
            .collect(Markup.joining());
    return Markup.of("{}\n<text class=\"axis\" x=\"2\" y=\"14\">{}</text>", ticks, y.title());
  }

  private Markup xAxis() {
    Markup ticks =
        x.scale().ticks().stream()
            .map(tick ->
                Markup.of(
                    "<path class=\"tick\" d=\"M{} {}v5\"/><text x=\"{}\" y=\"{}\""
                        + " text-anchor=\"middle\">{}</text>",
                    number(pixelX(tick)),
                    BOTTOM,
                    number(pixelX(tick)),
                    BOTTOM + 19,
                    x.label().apply(tick)))
            .collect(Markup.joining());
    return Markup.of(
        "<path class=\"base\" d=\"M{} {}H{}\"/>\n{}\n"
            + "<text class=\"axis\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
        LEFT,
        BOTTOM,
        RIGHT,
        ticks,
        RIGHT,
        HEIGHT - 8,
        x.title());
  }

  private Markup body() {
    return series.stream()
        .map(one ->
            Markup.of("<g class=\"series {}\">{}{}</g>", one.style(), line(one), points(one)))
        .collect(Markup.joining());
  }

  private Markup line(Series one) {
    if (one.line().size() < 2) {
      return Markup.NONE;
    }
    String corners =
        one.line().stream()
            .map(corner -> number(pixelX(corner.x())) + " " + number(pixelY(corner.y())))
            .collect(Collectors.joining("L"));
    return Markup.of("<path class=\"line\" d=\"M{}\"/>", corners);
  }

  private Markup points(Series one) {
    return one.points().stream()
        .map(point ->
            Markup.of(
                "<g class=\"mark\" transform=\"translate({} {})\"><title>{}</title>{}</g>",
                number(pixelX(point.x())),
                number(pixelY(point.y())),
                point.words(),
                point.mark().shape()))
        .collect(Markup.joining());
  }

  // Each name stands at the right of the plot, where its line ends, moved off its neighbours.
  private Markup names() {
    List<Series> named = series.stream().filter(one -> !isEmpty(one)).toList();
    List<Double> wanted = named.stream().map(one -> pixelY(endOf(one))).toList();
    List<Double> placed = Labels.spread(wanted, LABEL_GAP, BOTTOM);
    return IntStream.range(0, named.size())
        .mapToObj(i ->
            Markup.of(
                "<text class=\"name {}\" x=\"{}\" y=\"{}\" dy=\".35em\">{}</text>",
                named.get(i).style(),
                RIGHT + 8,
                number(placed.get(i)),
                named.get(i).name()))
        .collect(Markup.joining());
  }

  private static boolean isEmpty(Series one) {
    return one.line().isEmpty() && one.points().isEmpty();
  }

  private static double endOf(Series one) {
    return one.line().isEmpty() ? one.points().getLast().y() : one.line().getLast().y();
  }

  private double pixelX(double value) {
    return LEFT + x.scale().position(value) * (RIGHT - LEFT);
  }

  private double pixelY(double value) {
    return BOTTOM - y.scale().position(value) * (BOTTOM - TOP);
  }

  private static String number(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }
}
