package dev.hubbub.bots.remote;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the token that a coordinator shares with its worker hosts. */
public final class TokenOptions {
  @Option(
      names = "--token",
      paramLabel = "TEXT",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description =
          "The secret that coordinator and workers share; better in HUBBUB_TOKEN or a file.")
  private @Nullable String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with that secret as its only line.")
  private @Nullable Path tokenFile;

  /** Whether one is given. */
  public boolean isGiven() {
    return token != null || tokenFile != null;
  }

  /**
   * The token.
   *
   * @throws UsageException if none is given, or it is empty or can't be read
   */
  public SharedToken required() {
    require(isGiven(), "--token", "or '--token-file' must be given", "neither");
    if (tokenFile == null) {
      return of("--token", String.valueOf(token));
    }
    try {
      return of("--token-file", Files.readString(tokenFile));
    } catch (IOException e) {
      throw new UsageException("'--token-file' can't be read, got: " + tokenFile);
    }
  }

  private static SharedToken of(String option, String text) {
    require(!text.isBlank(), option, "must not be empty", "'" + text.strip() + "'");
    return new SharedToken(text);
  }
}
