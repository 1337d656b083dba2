package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.contract.OptimizerContract;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.CommandLines;
import org.separatrix.runner.cli.SeparatrixCommand;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.reference.PredictionReference;
import org.separatrix.runner.reference.YamlReference;
import org.separatrix.runner.store.Summary;

/** What README and docs tell people to write works as it stands there. */
class DocumentationTest {
  private static final Path HOME = Path.of("..");
  private static final Path DOCS = HOME.resolve("docs");
  private static final Path EXTENDING = DOCS.resolve("extending.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|`)(?:\\$ )?(?:\\./)?separatrix ([^`\n]*)", Pattern.MULTILINE);
  private static final Services SERVICES =
      Services.create(
          PluginLoader.load(DocumentationTest.class.getClassLoader()), new SourceCompiler());

  @TempDir private Path folder = Path.of("");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return Stream.concat(
          Stream.of(HOME.resolve("README.md")),
          files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
    }
  }

  @Test
  void theStudyOfTheReadmeHasItsCells() throws IOException {
    Plan plan = plan(blocks(HOME.resolve("README.md"), "yaml").get(0));

    assertThat(plan.cells()).hasSize(4);
    assertThat(plan.analyzers()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void studiesAreInOrder(Path page) throws IOException {
    for (String study : blocks(page, "yaml")) {
      assertThatCode(() -> plan(study)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsCanBeParsed(Path page) throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(page));
    while (command.find()) {
      String line = command.group(1).replaceAll(" *(#|>|\\|).*", "").replace("\\", "").strip();
      assertThatCode(() -> CommandLines.parse(CommandLines.words(line)))
          .as("%s: separatrix %s", page, line)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      assertThat(page.resolveSibling(link.group(1))).as("a link of %s", page).exists();
    }
  }

  /** A block without a package quotes a file that tests compile, with ... for what is left out. */
  @ParameterizedTest
  @MethodSource("pages")
  void javaIsQuoted(Path page) throws IOException {
    for (String block : blocks(page, "java")) {
      if (!block.startsWith("package ")) {
        Matcher name = Pattern.compile("class (\\w+)").matcher(block);
        assertThat(name.find()).isTrue();
        String source = squeezed(sourceOf(name.group(1)));
        for (String line : block.replaceAll("//.*", "").lines().toList()) {
          String quoted =
              squeezed(line.replaceAll("\\.\\.\\.", "").replace("public class", "class"));
          assertThat(source).contains(quoted);
        }
      }
    }
  }

  @Test
  void thePluginWorks() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(
        jars.resolve("example.jar"), "example.ExamplePlugin", blocks(EXTENDING, "java").get(0));
    Services services =
        Services.create(PluginLoader.load(getClass().getClassLoader(), jars), new SourceCompiler());
    Path study = folder.resolve("study.yaml");
    Files.writeString(
        study,
        """
        schema: 1
        objectives: [{type: lee-2016}]
        optimizers: [{type: triple-momentum, step: 0.05, beta: 0.5, gamma: 0.3}]
        starts: [{type: uniform-box}]
        runs: 10
        """);
    Record config = services.planner().plan(study, List.of()).study().optimizers().get(0).config();

    assertThat(
            OptimizerContract.violations(
                problem ->
                    services
                        .registry()
                        .optimizer("triple-momentum")
                        .factory()
                        .create(config, problem),
                1))
        .isEmpty();
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said, true);
    String jar = jars.resolve("example.jar").toString();
    assertThat(SeparatrixCommand.execute(printer, printer, "plugins", "check", jar))
        .as(said.toString())
        .isZero();
  }

  @Test
  void theReferencesAreCurrent() throws IOException {
    assertThat(Files.readString(DOCS.resolve("yaml.md")))
        .as("run ./separatrix reference yaml > docs/yaml.md")
        .isEqualTo(YamlReference.of(SERVICES.registry()));
    assertThat(Files.readString(DOCS.resolve("predictions.md")))
        .as("run ./separatrix reference predictions > docs/predictions.md")
        .isEqualTo(PredictionReference.of(SERVICES.predictions()));
  }

  @Test
  void everyKeyOfTheSummaryIsDescribed() throws IOException {
    String page = Files.readString(DOCS.resolve("results.md"));
    List<String> keys = new ArrayList<>(keys(Summary.class));
    for (Class<?> part : Summary.class.getDeclaredClasses()) {
      keys.addAll(keys(part));
    }

    assertThat(keys).hasSizeGreaterThan(60);
    assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  private static List<String> keys(Class<?> part) {
    return Arrays.stream(part.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private Plan plan(String study) throws IOException {
    Path file = folder.resolve("my.yaml");
    Files.writeString(file, study);
    return SERVICES.planner().plan(file, List.of());
  }

  private static String sourceOf(String name) throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      Path source =
          files
              .filter(file -> file.endsWith(name + ".java"))
              .filter(file -> file.toString().contains("src"))
              .findFirst()
              .orElseThrow();
      return Files.readString(source);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
