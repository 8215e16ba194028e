package dev.hubbub;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Imports point one way only; {@code measure.result} is the leaf. */
class ArchitectureTest {
  private static final String MEASURE = "dev.hubbub.measure";
  private static final String RESULT = "dev.hubbub.measure.result";
  private static final String DRIVER = "dev.hubbub.bots.driver";
  private static final String WORKLOAD = "dev.hubbub.bots.workload";
  private static final String CHAOS = "dev.hubbub.bots.chaos";
  private static final String ENGINE = "dev.hubbub.bots.engine";
  private static final String WORKER = "dev.hubbub.bots.worker";
  private static final String REMOTE = "dev.hubbub.bots.remote";
  private static final String BOTS = "dev.hubbub.bots";
  private static final String SEARCH = "dev.hubbub.bots.search";
  private static final String BREAKPOINT = "dev.hubbub.bots.breakpoint";
  private static final String CLIENT = "dev.hubbub.client";
  private static final String LOCAL = "dev.hubbub.bots.local";
  private static final String COMPARE = "dev.hubbub.bots.compare";
  private static final String PEER = "dev.hubbub.bots.peer";
  private static final String WIRE = "dev.hubbub.server.wire";
  private static final String CLIENT_TEXT = "dev.hubbub.client.text";
  private static final String CLIENT_PIPE = "dev.hubbub.client.pipe";
  private static final String CLIENT_TERMINAL = "dev.hubbub.client.terminal";
  private static final String CLIENT_COMMAND = "dev.hubbub.client.command";
  private static final String TLS = "dev.hubbub.tls";
  private static final String TLS_OPTIONS = "dev.hubbub.tls.options";
  private static final String PROTOCOL = "dev.hubbub.protocol";
  private static final String CLI = "dev.hubbub.cli";

  /** What of ours each package may depend on, besides itself. */
  private static final Map<String, Set<String>> LAYERS =
      Map.ofEntries(
          Map.entry(RESULT, Set.of()),
          Map.entry(MEASURE, Set.of(RESULT)),
          Map.entry(CLIENT, Set.of(PROTOCOL, TLS)),
          Map.entry(CLIENT_TEXT, Set.of(PROTOCOL)),
          Map.entry(CLIENT_PIPE, Set.of(CLIENT, CLIENT_TEXT, PROTOCOL)),
          Map.entry(CLIENT_TERMINAL, Set.of(CLIENT, CLIENT_TEXT, PROTOCOL)),
          Map.entry(
              CLIENT_COMMAND,
              Set.of(CLIENT, CLIENT_PIPE, CLIENT_TERMINAL, PROTOCOL, TLS, TLS_OPTIONS, CLI)),
          Map.entry(DRIVER, Set.of(PROTOCOL)),
          Map.entry(WORKLOAD, Set.of(DRIVER, MEASURE, PROTOCOL, CLI)),
          Map.entry(CHAOS, Set.of(WORKLOAD, PROTOCOL)),
          Map.entry(ENGINE, Set.of(CHAOS, WORKLOAD, DRIVER, MEASURE, RESULT, PROTOCOL, TLS)),
          Map.entry(WORKER, Set.of(ENGINE, CHAOS, WORKLOAD, MEASURE)),
          Map.entry(REMOTE, Set.of(WORKER, MEASURE, CLI, TLS)),
          Map.entry(
              BOTS,
              Set.of(
                  REMOTE,
                  WORKER,
                  ENGINE,
                  CHAOS,
                  WORKLOAD,
                  DRIVER,
                  MEASURE,
                  RESULT,
                  PROTOCOL,
                  CLI,
                  TLS,
                  TLS_OPTIONS)),
          Map.entry(PEER, Set.of(WIRE, CLI)),
          Map.entry(LOCAL, Set.of(MEASURE, CLI)),
          Map.entry(
              COMPARE,
              Set.of(
                  BREAKPOINT,
                  LOCAL,
                  REMOTE,
                  SEARCH,
                  BOTS,
                  DRIVER,
                  MEASURE,
                  RESULT,
                  PROTOCOL,
                  CLI,
                  TLS_OPTIONS)),
          Map.entry(SEARCH, Set.of(BOTS, MEASURE, RESULT)),
          Map.entry(
              BREAKPOINT,
              Set.of(
                  LOCAL,
                  REMOTE,
                  SEARCH,
                  WORKLOAD,
                  BOTS,
                  DRIVER,
                  MEASURE,
                  RESULT,
                  PROTOCOL,
                  CLI,
                  TLS,
                  TLS_OPTIONS)));

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(MEASURE, BOTS, CLIENT);

  @Test
  void every_package_has_its_place_in_the_layers() {
    Set<String> packages = new TreeSet<>();
    MODULE.forEach(type -> packages.add(type.getPackageName()));

    assertThat(packages).isEqualTo(new TreeSet<>(LAYERS.keySet()));
  }

  @Test
  void a_package_depends_on_those_below_it_only() {
    LAYERS.forEach((name, below) ->
        classes()
            .that()
            .resideInAPackage(name)
            .should(onlyDependOnClassesThat(areForeignOr(name, below)))
            .check(MODULE));
  }

  @Test
  void there_is_no_cycle() {
    slices().matching("dev.hubbub.(**)").should().beFreeOfCycles().check(MODULE);
  }

  private static DescribedPredicate<JavaClass> areForeignOr(String name, Set<String> below) {
    return DescribedPredicate.describe(
        "are in " + new TreeSet<>(below) + " or not of the project",
        type ->
            !type.getPackageName().startsWith("dev.hubbub")
                || type.getPackageName().equals(name)
                || below.contains(type.getPackageName()));
  }
}
