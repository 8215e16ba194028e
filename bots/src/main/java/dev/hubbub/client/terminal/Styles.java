package dev.hubbub.client.terminal;

import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Whether colours and other styles are shown. */
final class Styles {
  private static final int COLOURS_MIN = 8;

  private Styles() {}

  /** Whether the terminal has colours and the user wants them: see https://no-color.org. */
  static boolean wanted(Terminal terminal, Map<String, String> environment) {
    Integer colours = terminal.getNumericCapability(Capability.max_colors);
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && colours != null
        && colours >= COLOURS_MIN;
  }
}
