package dev.hubbub.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.opentest4j.TestAbortedException;

/**
 * A real browser: the installed chromium, driven by the installed chromedriver. Where they are
 * missing a test is skipped with a loud word, or fails with {@code -Dhubbub.browser=required}.
 */
final class Browser implements AutoCloseable {
  private static final List<Path> CHROMIUM =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<Path> DRIVER =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));

  // Kept, for a logger that nobody holds forgets its level: it warns of protocols that aren't used.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser start() {
    SELENIUM.setLevel(Level.SEVERE);
    Path chromium = installed(CHROMIUM);
    Path chromedriver = installed(DRIVER);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toString());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a page from disk. */
  Browser open(Path page) {
    driver.get(page.toUri().toString());
    return this;
  }

  /** Switches scripts of pages that are opened from now on; those of the tests still run. */
  Browser scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    return this;
  }

  Browser dark(boolean on) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    return this;
  }

  /** A screen of so many pixels. */
  Browser screen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    return this;
  }

  /** What an expression comes to in the page. */
  Object evaluate(String expression) {
    return Objects.requireNonNull(driver.executeScript("return " + expression), expression);
  }

  long number(String expression) {
    return ((Number) evaluate(expression)).longValue();
  }

  /** Runs a script that hands its result to its last argument. */
  Object await(String script) {
    return Objects.requireNonNull(driver.executeAsyncScript(script), script);
  }

  Browser run(String script) {
    driver.executeScript(script);
    return this;
  }

  /** All that was written to the console since the last call. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Addresses that were asked for since the last call. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> Requests.address(entry.getMessage()))
        .filter(address -> !address.isEmpty())
        .toList();
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Path installed(List<Path> places) {
    return places.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(places));
  }

  // Loud, for nobody has looked at the page then.
  private static RuntimeException missing(List<Path> places) {
    String words = "NO BROWSER: none of " + places + " is there; the page was not looked at";
    System.err.println(words);
    return System.getProperty("hubbub.browser", "").equals("required")
        ? new IllegalStateException(words)
        : new TestAbortedException(words);
  }
}
