package dev.hubbub.gatling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.hubbub.gatling");

  @Test
  void simulations_use_the_words_and_the_words_use_the_engine() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("simulations")
        .definedBy("dev.hubbub.gatling.simulation..")
        .layer("words")
        .definedBy("dev.hubbub.gatling")
        .layer("engine")
        .definedBy("dev.hubbub.gatling.engine..")
        .layer("figures")
        .definedBy("dev.hubbub.gatling.stats..")
        .layer("times")
        .definedBy("dev.hubbub.gatling.times..")
        .whereLayer("simulations")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("words")
        .mayOnlyBeAccessedByLayers("simulations")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("words")
        .whereLayer("figures")
        .mayOnlyBeAccessedByLayers("simulations")
        .whereLayer("times")
        .mayOnlyBeAccessedByLayers("simulations", "figures", "engine")
        .check(MODULE);
  }

  @Test
  void the_server_is_known_by_its_protocol_and_its_command_line_only() {
    classes()
        .that()
        .resideInAPackage("dev.hubbub.gatling..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("dev.hubbub.server..", "dev.hubbub.client..", "dev.hubbub.bots..")
        .check(MODULE);
  }
}
