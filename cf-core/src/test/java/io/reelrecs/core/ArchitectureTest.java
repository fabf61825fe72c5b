package io.reelrecs.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.reelrecs.core.ids.IdIndex;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of cf-core and the doors between them, as the design draws them. */
class ArchitectureTest {

  private static final String ROOT = "io.reelrecs.core.";

  /** Each package and the packages that it may touch; it may always touch {@code java}. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "file", List.of(),
          "ids", List.of(),
          "topk", List.of(),
          "scratch", List.of(),
          "kernel", List.of(),
          "matrix", List.of("ids"),
          "search", List.of("matrix", "topk", "kernel", "scratch"),
          "model", List.of("ids", "matrix", "search", "topk", "file"),
          "store", List.of("model", "file"),
          "score", List.of("model", "ids", "matrix", "search", "topk", "scratch"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.reelrecs.core");

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  @Test
  void packages_areTheseAndNoOthers() {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass one : CORE) {
      found.add(one.getPackageName());
    }

    assertThat(found).containsExactlyElementsOf(packages().map(ROOT::concat).toList());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void package_touchesOnlyWhatItMay(String name) {
    String vector = name.equals("kernel") ? "jdk.incubator.vector.." : "java..";
    String[] may =
        Stream.concat(
                Stream.of("java..", vector, ROOT + name),
                ARROWS.get(name).stream().map(ROOT::concat))
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(may)
        .check(CORE);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + "(*)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void kernel_isTheOnlyOneOnTheVectorApi() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "kernel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..")
        .check(CORE);
  }

  @Test
  void nothing_printsOrLogsToTheConsole() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
    noClasses().should().callMethod(System.class, "exit", int.class).check(CORE);
    noClasses()
        .should()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .check(CORE);
  }

  @Test
  void module_exportsAllButTheInnerRooms_andNeedsNothingButTheJdk() throws IOException {
    ModuleDescriptor module;
    Path classes = Path.of(CORE.get(IdIndex.class).getSource().orElseThrow().getUri());
    while (!Files.exists(classes.resolve("module-info.class"))) {
      classes = classes.getParent();
    }
    try (InputStream bytes = Files.newInputStream(classes.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(bytes);
    }

    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrderElementsOf(
            packages()
                .filter(name -> !List.of("kernel", "scratch").contains(name))
                .map(ROOT::concat)
                .toList());
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("java.base", "jdk.incubator.vector");
  }
}
