package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.PluginJar;
import org.separatrix.runner.scaffold.ScaffoldKind;

/** The project of a new plugin compiles, passes its tests, keeps its contract and runs. */
class PluginsNewCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void worksAsItStands(ScaffoldKind kind) throws Exception {
    Path project = folder.resolve("project");
    Invocation made =
        Invocation.run(
            "plugins", "new", kind, "my-own", "--package", "com.example.own", "--out", project);
    assertThat(made.errors()).isEmpty();
    assertThat(made.exitCode()).isZero();

    Path classes = Files.createDirectory(folder.resolve("classes"));
    PluginJar.compile(javaFiles(project.resolve("src/main/java")), classes);
    Path jars = Files.createDirectory(folder.resolve("jars"));
    Map<String, byte[]> entries = PluginJar.classes(classes);
    entries.put(
        PluginJar.SERVICES,
        Files.readAllBytes(project.resolve("src/main/resources").resolve(PluginJar.SERVICES)));
    Path jar = jars.resolve("my-own.jar");
    PluginJar.pack(jar, entries);

    assertThat(passedTests(project, classes)).isGreaterThanOrEqualTo(2);
    Invocation check = Invocation.run("plugins", "check", jar);
    assertThat(check.output())
        .isEqualTo("passed  %s 'my-own' of com.example.own.MyOwnPlugin%n".formatted(kind));
    assertThat(check.exitCode()).isZero();
    Invocation run =
        Invocation.run(
            "run",
            project.resolve("study.yaml"),
            "--plugins",
            jars,
            "--out",
            folder.resolve("results"));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("consistent");
  }

  @Test
  void leavesNoPlaceholder() throws IOException {
    Path project = folder.resolve("project");
    Invocation.run("plugins", "new", "analyzer", "my-own", "--out", project);

    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("__");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"My", "../up", "a b", "1st", "a--b", ""})
  void refusesOtherNames(String name) {
    Invocation run =
        Invocation.run("plugins", "new", "optimizer", name, "--out", folder.resolve("project"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).startsWith("NAME is '" + name + "': an id is lower-case words");
    assertThat(folder.resolve("project")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "optimizer, problem",
    "optimizer, linear-method",
    "optimizer, config",
    "optimizer, step-size",
    "optimizer, doc",
    "optimizer, override",
    "optimizer, separatrix",
    "optimizer, separatrix-plugin",
    "objective, point-objective",
    "start, test",
    "analyzer, list",
    "analyzer, string",
  })
  void refusesNamesOfOtherClasses(String kind, String name) {
    Invocation run =
        Invocation.run("plugins", "new", kind, name, "--out", folder.resolve("project"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .startsWith("NAME is '%s': its class ".formatted(name))
        .endsWith("Maybe choose another, such as my-%s.\n".formatted(name));
    assertThat(folder.resolve("project")).doesNotExist();
  }

  @Test
  void refusesTheIdOfAnother() {
    Path project = folder.resolve("project");

    assertThat(Invocation.run("plugins", "new", "optimizer", "heavy-ball", "--out", project))
        .isEqualTo(
            new Invocation(
                ExitCode.BAD_INPUT,
                "",
                """
                NAME is 'heavy-ball': another optimizer has this id.
                Maybe choose another, such as my-heavy-ball.
                """));
    assertThat(project).doesNotExist();
    assertThat(Invocation.run("plugins", "new", "start", "heavy-ball", "--out", project).exitCode())
        .isZero();
  }

  @Test
  void saysWhatMavenNeedsFirst() {
    assertThat(
            Invocation.run("plugins", "new", "start", "mine", "--out", folder.resolve("project"))
                .output())
        .endsWith(
            ("Maybe go on with%n  mvn install -Dmaven.test.skip=true   (once, in a checkout of"
                    + " Separatrix)%n  cd %s && mvn verify%n")
                .formatted(folder.resolve("project")));
  }

  @Test
  void refusesAReservedWordAsPackage() {
    Invocation run =
        Invocation.run("plugins", "new", "start", "mine", "--package", "org.new", "--out", folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).startsWith("--package is 'org.new'");
  }

  @Test
  void refusesToOverwrite() {
    Invocation run = Invocation.run("plugins", "new", "start", "mine", "--out", folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .isEqualTo(
            "%s exists already.%nMaybe choose another folder with --out.%n".formatted(folder));
  }

  /** Runs the project's tests, and returns how many there are. */
  private static int passedTests(Path project, Path classes) throws Exception {
    PluginJar.compile(javaFiles(project.resolve("src/test/java")), classes);
    int passed = 0;
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, PluginsNewCommandTest.class.getClassLoader())) {
      Class<?> test = loader.loadClass("com.example.own.MyOwnTest");
      Constructor<?> constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      for (Method method : test.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          method.setAccessible(true);
          method.invoke(constructor.newInstance());
          passed++;
        }
      }
    }
    return passed;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
