package dev.hubbub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The direction of this module: {@code capacity} runs the plan, {@code reports} renders. */
class ReportsArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.hubbub.capacity", "dev.hubbub.reports");

  @Test
  void reports_sees_results_and_files_only() {
    classes()
        .that()
        .resideInAPackage("dev.hubbub.reports..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.hubbub.reports..",
            "dev.hubbub.measure..",
            "dev.hubbub.cli",
            "java..",
            "javax.xml.stream..",
            "gg.jte..",
            "org.jspecify..",
            "picocli..",
            "org.HdrHistogram..",
            "org.hipparchus..",
            "tools.jackson..")
        .check(MODULE);
  }

  @Test
  void nothing_sees_capacity() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.hubbub.capacity..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.hubbub.capacity..")
        .check(MODULE);
  }

  @Test
  void capacity_measures_a_server_from_outside() {
    noClasses()
        .that()
        .resideInAPackage("dev.hubbub.capacity..")
        .and()
        .doNotHaveSimpleName("HubbubMain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.hubbub.server..", "io.netty..")
        .check(MODULE);
  }
}
