package dev.hubbub.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("dev.hubbub.benchmarks");

  @Test
  void a_benchmark_is_where_its_name_says() {
    methods()
        .that()
        .areAnnotatedWith(Benchmark.class)
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Benchmark")
        .check(MODULE);
  }

  @Test
  void the_benchmarks_of_a_package_depend_on_no_later_one() {
    classes()
        .that()
        .resideInAPackage("dev.hubbub.benchmarks.protocol")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.hubbub.server..", "dev.hubbub.benchmarks.session", "dev.hubbub.benchmarks.router")
        .check(MODULE);
    classes()
        .that()
        .resideInAPackage("dev.hubbub.benchmarks.session")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("dev.hubbub.server.router", "dev.hubbub.benchmarks.router")
        .check(MODULE);
  }
}
