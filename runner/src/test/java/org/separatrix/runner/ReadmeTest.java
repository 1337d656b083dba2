package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.contract.OptimizerContract;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.plan.Plan;

/** What the README tells people to write works as it stands there. */
class ReadmeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theStudyCanBePlanned() throws IOException {
    Path file = folder.resolve("my.yaml");
    Files.writeString(file, block("yaml"));

    Plan plan =
        Services.create(PluginLoader.load(getClass().getClassLoader()), new SourceCompiler())
            .planner()
            .plan(file, List.of());

    assertThat(plan.cells()).hasSize(4);
    assertThat(plan.analyzers()).hasSize(4);
  }

  @Test
  void thePluginWorks() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.write(jars.resolve("example.jar"), "example.ExamplePlugin", block("java"));

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
  }

  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(matcher.find()).as("a block of %s in the README", language).isTrue();
    return matcher.group(1);
  }
}
