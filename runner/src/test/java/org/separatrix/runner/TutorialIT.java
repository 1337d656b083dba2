package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The tutorial for authors of plugins, as it stands, on what was just built. */
@Execution(ExecutionMode.CONCURRENT)
class TutorialIT {
  private static final long PATIENCE_SECONDS = 300;

  @TempDir private Path folder = Path.of("");

  /** Otherwise each link that is removed with the folder makes a warning. */
  @AfterEach
  void unlink() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void theTutorialLeadsToATestedOptimizerInAStudy() throws IOException, InterruptedException {
    Path workspace = Files.createDirectory(folder.resolve("workspace"));

    String output = bash(workspace, functions() + tutorial());

    assertThat(output)
        .contains("Tests run: 2, Failures: 0, Errors: 0")
        .contains("passed  optimizer 'my-method' of org.example.MyMethodPlugin")
        .contains("compare.yaml: valid, 3 cells, 6,000 runs")
        .contains("bumpy/gradient-descent-step=0.05/uniform-box")
        .contains("bumpy/my-method-step=0.05-momentum=0.5/uniform-box")
        .contains("consistent          saddle-avoidance");
    Path project = workspace.resolve("my-method");
    assertThat(project.resolve("results/summary.json")).exists();
    assertThat(project.resolve("study.schema.json")).content().contains("\"my-method\"");
  }

  /** Every command of the tutorial, one after the other. */
  private static String tutorial() throws IOException {
    String page = Files.readString(Program.home().resolve("docs/extending.md"));
    List<String> steps =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(steps).hasSizeGreaterThanOrEqualTo(6);
    return String.join("", steps);
  }

  /** What a reader has on the path: the program, and Maven; neither runs for long. */
  private String functions() throws IOException {
    return """
        set -e
        export MAVEN_OPTS="$MAVEN_OPTS %1$s"
        separatrix() { '%2$s' %1$s -cp '%3$s/*' org.separatrix.runner.Main "$@"; }
        mvn() { command mvn -B -Dmaven.repo.local='%4$s' "$@"; }
        """
        .formatted(
            Program.FIRST_TIER,
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("separatrix.lib"),
            repository());
  }

  /**
   * A local repository with what was just built, and links to all else: none of it is installed
   * into the user's own.
   */
  private Path repository() throws IOException {
    Path users = Path.of(System.getProperty("separatrix.repository"));
    Path own = Files.createDirectory(folder.resolve("repository"));
    link(users, own, "org");
    Path org = Files.createDirectory(own.resolve("org"));
    link(users.resolve("org"), org, "separatrix");
    Path group = Files.createDirectory(org.resolve("separatrix"));
    String version = System.getProperty("separatrix.version");
    install(group, "separatrix", version, Program.home().resolve("pom.xml"), List.of());
    for (String module : List.of("api", "core")) {
      Path sources = Program.home().resolve(module);
      String name = "separatrix-" + module;
      Path jar = sources.resolve("target").resolve(name + "-" + version + ".jar");
      install(group, name, version, sources.resolve("pom.xml"), List.of(jar));
    }
    return own;
  }

  private static void link(Path from, Path into, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(into.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  private static void install(Path group, String name, String version, Path pom, List<Path> jars)
      throws IOException {
    Path artifact = Files.createDirectories(group.resolve(name).resolve(version));
    Files.copy(pom, artifact.resolve(name + "-" + version + ".pom"));
    for (Path jar : jars) {
      Files.copy(jar, artifact.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String bash(Path where, String script) throws IOException, InterruptedException {
    Path log = where.resolveSibling("log");
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(log, UTF_8));
    }
    String output = Files.readString(log, UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
