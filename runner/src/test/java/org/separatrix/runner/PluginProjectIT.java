package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of a new plugin builds with Maven, without a network, and its jar works. */
class PluginProjectIT {
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
  void buildsAndWorks() throws IOException, InterruptedException {
    Path workspace = Files.createDirectory(folder.resolve("workspace"));
    Program program = new Program(workspace);
    assertThat(program.run("plugins", "new", "optimizer", "my-method").exitCode()).isZero();
    Path project = workspace.resolve("my-method");

    assertThat(maven(project, "-o", "-B", "-Dmaven.repo.local=" + repository(), "verify"))
        .contains("Tests run: 2, Failures: 0, Errors: 0")
        .contains("BUILD SUCCESS");

    String jar = "my-method/target/my-method-1.0.0.jar";
    assertThat(program.run("plugins", "check", jar).output())
        .isEqualTo("passed  optimizer 'my-method' of org.example.MyMethodPlugin\n");
    Program.Result run =
        program.run("run", "my-method/study.yaml", "--plugins", "my-method/target");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("my-method-step=0.05").contains("consistent");
  }

  /**
   * A local repository with what was just built, and links to all else: nothing is installed into
   * the user's own.
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

  private static String maven(Path project, String... arguments)
      throws IOException, InterruptedException {
    Path log = project.resolveSibling("maven.log");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command =
        Stream.concat(Stream.of(windows ? "mvn.cmd" : "mvn"), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still building: " + Files.readString(log, UTF_8));
    }
    String output = Files.readString(log, UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
