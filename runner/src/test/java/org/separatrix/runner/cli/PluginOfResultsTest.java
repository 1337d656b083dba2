package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.PluginJar;

/** Results of a study of which a plugin is missing later, or is another one. */
class PluginOfResultsTest {
  @TempDir private Path folder = Path.of("");
  private Path plugins = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void run() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    out = folder.resolve("out");
    writePlugin("x^2 + y^4 - y^2");
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [{type: my-double-well, domain: [[-2, 2], [-2, 2]]}, {type: himmelblau}]
            optimizers: [{type: gradient-descent, step: 0.005}]
            starts: [{type: uniform-box}]
            runs: 50
            stop: {max-steps: 5000}
            analyze: [critical-points]
            certify: {boxes: 0}
            output: {runs: all, figures: [], report: false}
            """);
    assertThat(Invocation.run("run", study, "--plugins", plugins, "--out", out, "--quiet"))
        .isEqualTo(new Invocation(0, "", ""));
  }

  private void writePlugin(String formula) throws IOException {
    PluginJar.write(
        plugins.resolve("mine.jar"),
        "example.Mine",
        """
        package example;
        import org.separatrix.api.objective.Formula;
        import org.separatrix.api.plugin.NoConfig;
        import org.separatrix.api.plugin.SeparatrixPlugin;
        public class Mine extends SeparatrixPlugin {
          @Override protected void contribute() {
            objective("my-double-well", NoConfig.class, (config, formulas) ->
                formulas.compile(Formula.of("%s", "x", "y")));
          }
        }
        """
            .formatted(formula));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resume", "collect", "verify"})
  void aMissingPluginIsSaid(String command) throws IOException {
    Path file = out.resolve(command.equals("verify") ? "study.yaml" : ".parts/study.yaml");
    SortedMap<String, String> before = FolderContents.of(out);

    Invocation refused = Invocation.run(command, out);

    assertThat(refused)
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                %s:7:12: unknown objective 'my-double-well'.
                Maybe run separatrix plugins list, or name the folder of the plugin that adds it with --plugins.
                """
                    .formatted(file)));
    assertThat(FolderContents.of(out)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "status", "compare"})
  void whatIsStoredNeedsNoPlugin(String command) {
    Invocation shown = Invocation.run(command, out);

    assertThat(shown.errors()).doesNotContain("unknown objective");
    assertThat(shown.exitCode()).isEqualTo(command.equals("compare") ? 2 : 0);
  }

  /** Its cell is run again, which is said; the other one is not. */
  @Test
  void anotherVersionOfThePluginIsNoticed() throws IOException {
    writePlugin("x^2 + y^4 - 2*y^2");
    String notUsed =
        """
        1 of 2 cells have parts of other code, such as another version of a plugin, or of other \
        settings,
          which were not used
        """;

    Invocation collected = Invocation.run("collect", out, "--plugins", plugins);
    Invocation resumed = Invocation.run("resume", out, "--plugins", plugins);
    Invocation again = Invocation.run("resume", out, "--plugins", plugins);

    assertThat(collected.output()).contains("partial: 50 of 100 runs;").endsWith(notUsed);
    assertThat(resumed.output())
        .contains("(0, -1)   f = -1", "50 of 100 runs were there already\n" + notUsed);
    assertThat(again.output())
        .contains("(0, -1)   f = -1", "100 of 100 runs were there already\n")
        .doesNotContain("not used");
  }

  @Test
  void aDamagedPluginIsSaidAndNothingIsLost() throws IOException {
    Path jar = plugins.resolve("mine.jar");
    byte[] content = Files.readAllBytes(jar);
    byte[] flipped = content.clone();
    flipped[content.length / 3] ^= 1;
    Files.write(jar, flipped);
    SortedMap<String, String> before = FolderContents.of(out);

    Invocation refused = Invocation.run("resume", out, "--plugins", plugins);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors())
        .startsWith("separatrix: plugin in " + jar + " does not work: ")
        .contains("damaged", "unknown objective 'my-double-well'");
    assertThat(FolderContents.of(out)).isEqualTo(before);
    Files.write(jar, content);
    assertThat(Invocation.run("resume", out, "--plugins", plugins).output())
        .contains("100 of 100 runs were there already");
  }
}
