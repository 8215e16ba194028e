package dev.hubbub.gatling.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/**
 * Preferences that live in memory and tell Gatling that it has just looked for a newer release.
 *
 * <p>Gatling asks Maven Central at every start, and keeps the answer in the user's preferences. A
 * load test on premises asks nobody, and leaves nothing in anybody's home.
 */
final class OfflinePreferences extends AbstractPreferences {
  private final Map<String, String> values = new HashMap<>();

  private OfflinePreferences(@Nullable AbstractPreferences parent, String name) {
    super(parent, name);
    if (name.equals("latestVersion")) {
      values.put("lastCheckTimestamp", String.valueOf(System.currentTimeMillis()));
    }
  }

  /** What the system property {@code java.util.prefs.PreferencesFactory} names. */
  public static final class Factory implements PreferencesFactory {
    private final Preferences root = new OfflinePreferences(null, "");

    @Override
    public Preferences systemRoot() {
      return root;
    }

    @Override
    public Preferences userRoot() {
      return root;
    }
  }

  @Override
  protected void putSpi(String key, String value) {
    values.put(key, value);
  }

  @Override
  protected @Nullable String getSpi(String key) {
    return values.get(key);
  }

  @Override
  protected void removeSpi(String key) {
    values.remove(key);
  }

  @Override
  protected String[] keysSpi() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    return new OfflinePreferences(this, name);
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected void removeNodeSpi() {}

  @Override
  protected void syncSpi() {}

  @Override
  protected void flushSpi() {}
}
