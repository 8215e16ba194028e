package dev.hubbub.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, which the build has made classes of. Safe for use by several threads. */
final class Templates {
  /** The package of those classes; the build names it too. */
  static final String PACKAGE = "dev.hubbub.reports.templates";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  private Templates() {}

  static String render(String template, String parameter, Object value) {
    StringOutput output = new StringOutput();
    ENGINE.render(template, Map.of(parameter, value), output);
    return output.toString();
  }
}
