package dev.hubbub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hubbub.server.ServerMain;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The way of a message, as the imports of this module have it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPath(mainClasses());

  @Test
  void imports_point_one_way_only() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.hubbub..")
        .ensureAllClassesAreContainedInArchitecture()
        .layer("cli")
        .definedBy("dev.hubbub.cli")
        .layer("protocol")
        .definedBy("dev.hubbub.protocol")
        .layer("metrics")
        .definedBy("dev.hubbub.server.metrics")
        .layer("outbound")
        .definedBy("dev.hubbub.server.outbound")
        .layer("session")
        .definedBy("dev.hubbub.server.session")
        .layer("router")
        .definedBy("dev.hubbub.server.router")
        .layer("wire")
        .definedBy("dev.hubbub.server.wire")
        .layer("logs")
        .definedBy("dev.hubbub.logs")
        .layer("tls")
        .definedBy("dev.hubbub.tls")
        .layer("options of clients")
        .definedBy("dev.hubbub.tls.options")
        .layer("admin")
        .definedBy("dev.hubbub.server.admin")
        .layer("server")
        .definedBy("dev.hubbub.server")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("server", "options of clients")
        .whereLayer("logs")
        .mayOnlyBeAccessedByLayers("wire", "server")
        .whereLayer("tls")
        .mayOnlyBeAccessedByLayers("wire", "server", "options of clients")
        .whereLayer("options of clients")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("outbound")
        .mayOnlyBeAccessedByLayers("session", "router", "wire", "server")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("router", "wire", "server")
        .whereLayer("router")
        .mayOnlyBeAccessedByLayers("wire", "server")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("server")
        .whereLayer("admin")
        .mayOnlyBeAccessedByLayers("server")
        .whereLayer("server")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void the_leaves_know_nothing_of_ours() {
    for (String leaf : new String[] {"cli", "logs", "protocol", "tls", "server.metrics"}) {
      noClasses()
          .that()
          .resideInAPackage("dev.hubbub." + leaf)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.hubbub..").and(not(resideInAPackage("dev.hubbub." + leaf))))
          .check(CLASSES);
    }
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("dev.hubbub.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_protocol_knows_only_jackson_and_buffers() {
    classes()
        .that()
        .resideInAPackage("dev.hubbub.protocol")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.hubbub.protocol",
                "java..",
                "tools.jackson.core..",
                "io.netty.buffer",
                "io.netty.util",
                "org.jspecify.annotations"))
        .check(CLASSES);
  }

  @Test
  void only_those_at_a_socket_know_channels() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.hubbub.server.wire", "dev.hubbub.server.admin", "dev.hubbub.tls")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty.channel..", "io.netty.bootstrap..", "io.netty.handler..")
        .check(CLASSES);
  }

  @Test
  void only_the_protocol_and_the_log_know_json() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.hubbub.protocol", "dev.hubbub.logs")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void the_message_path_binds_no_data_to_json() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml.jackson..")
        .check(CLASSES);
  }

  @Test
  void every_package_marks_its_nulls() {
    for (JavaClass javaClass : CLASSES) {
      JavaPackage javaPackage = javaClass.getPackage();
      assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
          .as("@NullMarked on %s", javaPackage.getName())
          .isTrue();
    }
  }

  private static Path mainClasses() {
    try {
      return Path.of(ServerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
