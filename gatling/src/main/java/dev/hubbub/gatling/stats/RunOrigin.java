package dev.hubbub.gatling.stats;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from, which its log doesn't say.
 *
 * @param command the command line that repeats it
 * @param simulation simple name of its class
 * @param question what the simulation answers; null where it doesn't say
 * @param parameters system properties that the command line set
 * @param environment what it ran on
 */
public record RunOrigin(
    String command,
    String simulation,
    @Nullable String question,
    Map<String, String> parameters,
    Map<String, String> environment) {}
