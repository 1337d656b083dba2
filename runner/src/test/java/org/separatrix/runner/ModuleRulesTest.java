package org.separatrix.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dependencies point one way: objectives, optimizers, core to api; analysis to core; runner to all.
 */
class ModuleRulesTest {
  private static final String ROOT = "org.separatrix.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.separatrix");

  /** A rule over no classes passes, so each module must have been seen. */
  @ParameterizedTest
  @CsvSource({
    "api, 40",
    "core, 60",
    "objectives, 15",
    "optimizers, 4",
    "analysis, 10",
    "runner, 30"
  })
  void everyModuleWasLookedAt(String module, int atLeast) {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> isIn(name, module)))
        .hasSizeGreaterThanOrEqualTo(atLeast);
  }

  @ParameterizedTest
  @CsvSource({
    "api, core|objectives|optimizers|analysis|runner",
    "core, objectives|optimizers|analysis|runner",
    "objectives, core|optimizers|analysis|runner",
    "optimizers, core|objectives|analysis|runner",
    "analysis, objectives|optimizers|runner"
  })
  void dependenciesPointOneWay(String module, String forbidden) {
    String[] packages =
        Arrays.stream(forbidden.split("\\|"))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.separatrix.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theInjectorIsNotPassedAround() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "runner.cli..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Injector.class)
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes().should().haveNameNotMatching(".*(Impl|Base|Manager|Utils?|Helper)").check(CLASSES);
  }

  private static boolean isIn(String packageName, String module) {
    return packageName.equals(ROOT + module) || packageName.startsWith(ROOT + module + ".");
  }
}
