package dev.hubbub.server;

import dev.hubbub.logs.LogFormat;
import dev.hubbub.logs.LogLevel;
import dev.hubbub.logs.Logs;
import picocli.CommandLine.Option;

/** Options for the log on standard error. */
final class LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How a line of the log is written: for people, or as a JSON object.")
  private LogFormat format = LogFormat.TEXT;

  @Option(
      names = "--log-level",
      paramLabel = "error|warn|info|debug",
      description =
          "From which importance on events are logged; debug logs every connection. Messages are"
              + " never logged.")
  private LogLevel level = LogLevel.INFO;

  void apply() {
    Logs.configure(format, level);
  }
}
