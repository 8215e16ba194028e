package dev.hubbub.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes classes of the templates where the build has not: tests that are run by something else than
 * Maven, such as an editor, have them beside their own.
 */
public final class TemplateClasses implements LauncherSessionListener {
  private static final String ONE_OF_THEM = Templates.PACKAGE + ".JtereportGenerated";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Class.forName(ONE_OF_THEM);
    } catch (ClassNotFoundException e) {
      make();
    }
  }

  private static void make() {
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(Path.of("src/main/jte")),
            ownClasses(),
            ContentType.Html,
            TemplateClasses.class.getClassLoader(),
            Templates.PACKAGE);
    engine.setTrimControlStructures(true);
    engine.precompileAll();
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          TemplateClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
