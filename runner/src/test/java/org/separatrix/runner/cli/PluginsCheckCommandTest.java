package org.separatrix.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.runner.PluginJar;

/** What is wrong with a plugin is said with what was expected, what was seen and what to do. */
class PluginsCheckCommandTest {
  private static final String PLUGIN =
      """
      package bad;

      import org.separatrix.api.objective.Box;
      import org.separatrix.api.objective.Landscape;
      import org.separatrix.api.objective.PointObjective;
      import org.separatrix.api.plugin.Doc;
      import org.separatrix.api.plugin.SeparatrixPlugin;

      public class BadPlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          objective("bad", Config.class, (config, formulas) -> new Bad());
        }

        @Doc("x^2 and a mistake.")
        record Config(%s) {}

        static class Bad extends PointObjective {
          private double last;

          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            %s
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            %s
          }

          @Override
          public Landscape landscape() {
            return Landscape.on(Box.cube(1, -1, 1));
          }
        }
      }
      """;
  private static final String VALUE = "return x[0] * x[0];";
  private static final String GRADIENT = "g[0] = 2 * x[0];";

  @TempDir private Path folder = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void nameTheJar() {
    jar = folder.resolve("bad.jar");
  }

  @Test
  void acceptsAnIdOfTheProgram() {
    Invocation run = Invocation.run("plugins", "check", "heavy-ball");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .isEqualTo(
            "passed  optimizer 'heavy-ball' of org.separatrix.optimizers.OptimizersPlugin\n");
  }

  @Test
  void refusesAnUnknownId() {
    Invocation run = Invocation.run("plugins", "check", "heavy-bal");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .startsWith("nothing has the id 'heavy-bal'. Did you mean 'heavy-ball'?");
    assertThat(Invocation.run("plugins", "check", "study").errors())
        .isEqualTo("nothing has the id 'study'.\nMaybe run separatrix plugins list.\n");
  }

  @Test
  void refusesAMissingJar() {
    Invocation run = Invocation.run("plugins", "check", jar);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).isEqualTo(jar + ": no such file\n");
  }

  @Test
  void acceptsWhatIsSound() throws IOException {
    write("", VALUE, GRADIENT);

    assertThat(check(ExitCode.DONE)).isEqualTo("passed  objective 'bad' of bad.BadPlugin\n");
  }

  @Test
  void explainsAWrongGradient() throws IOException {
    write("", VALUE, "g[0] = 3 * x[0];");

    assertThat(check(ExitCode.CONTRADICTED))
        .startsWith("failed  objective 'bad' of bad.BadPlugin\n  gradient\n")
        .contains("    expected  the derivative of the value, as central differences")
        .containsPattern("    seen      at \\(-?0\\.[0-9]+\\) component 1 is")
        .contains("    maybe     derive this component of the gradient again");
  }

  @Test
  void explainsStateBetweenPoints() throws IOException {
    write("", "double before = last; last = x[0]; return x[0] * x[0] + 1e-12 * before;", GRADIENT);

    assertThat(check(ExitCode.CONTRADICTED)).contains("  lanes\n").contains("keep no state");
  }

  @Test
  void explainsAMissingDocumentation() throws IOException {
    write("double b", VALUE, GRADIENT);

    assertThat(check(ExitCode.CONTRADICTED))
        .contains("  documentation\n    expected  @Doc on each key, which says what it means\n")
        .contains("    seen      'b' of bad.BadPlugin$Config has none\n");
  }

  @Test
  void explainsAnExampleThatDoesNotFit() throws IOException {
    write("@Doc(\"A number.\") double b", VALUE, GRADIENT);

    assertThat(check(ExitCode.CONTRADICTED))
        .contains("  example\n")
        .contains("    seen      missing key 'b' for objective 'bad'");
  }

  @Test
  void namesTheLineThatThrows() throws IOException {
    write("", "throw new IllegalStateException(\"no value\");", GRADIENT);

    assertThat(check(ExitCode.CONTRADICTED).replaceAll("\\s+", " "))
        .contains("java.lang.IllegalStateException: no value")
        .contains("BadPlugin.java");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Files.writeString(jar, "This is no jar.");

    assertThat(problem()).startsWith("not a readable jar: ");
  }

  @Test
  void refusesAJarWithoutAPlugin() throws IOException {
    PluginJar.pack(jar, Map.of("a.txt", new byte[0]));

    assertThat(problem())
        .isEqualTo(
            "it has no file META-INF/services/org.separatrix.api.plugin.SeparatrixPlugin, which"
                + " names the plugin's class");
  }

  @Test
  void refusesAMissingClass() throws IOException {
    PluginJar.pack(jar, Map.of(PluginJar.SERVICES, "bad.Missing\n".getBytes(UTF_8)));

    assertThat(problem()).isEqualTo("Provider bad.Missing not found");
  }

  @Test
  void refusesAnotherClass() throws IOException {
    PluginJar.write(jar, "bad.Other", "package bad; public class Other {}");

    assertThat(problem()).isEqualTo("bad.Other not a subtype");
  }

  @Test
  void refusesAConstructorThatThrows() throws IOException {
    PluginJar.write(
        jar,
        "bad.Throwing",
        """
        package bad;

        public class Throwing extends org.separatrix.api.plugin.SeparatrixPlugin {
          public Throwing() {
            throw new IllegalStateException("not today");
          }

          @Override
          protected void contribute() {}
        }
        """);

    assertThat(problem())
        .isEqualTo(
            "Provider bad.Throwing could not be instantiated:"
                + " java.lang.IllegalStateException: not today");
  }

  @Test
  void refusesEntriesOutsideOfTheFolder() throws IOException {
    write("", VALUE, GRADIENT);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("../../etc/passwd", new byte[0]);
    entries.put(PluginJar.SERVICES, "bad.BadPlugin\n".getBytes(UTF_8));
    PluginJar.pack(jar, entries);

    assertThat(problem())
        .isEqualTo("its entry '../../etc/passwd' would be unpacked outside of its folder");
  }

  @Test
  void refusesClassesOfALaterJava() throws IOException {
    write("", VALUE, GRADIENT);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    byte[] later = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) 200};
    entries.put("bad/BadPlugin.class", later);
    entries.put(PluginJar.SERVICES, "bad.BadPlugin\n".getBytes(UTF_8));
    PluginJar.pack(jar, entries);

    assertThat(problem()).startsWith("class bad.BadPlugin is for Java 156 or newer, and this is");
  }

  private void write(String keys, String value, String gradient) throws IOException {
    PluginJar.write(jar, "bad.BadPlugin", PLUGIN.formatted(keys, value, gradient));
  }

  private String check(int exitCode) {
    Invocation run = Invocation.run("plugins", "check", jar);
    assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(exitCode);
    assertThat(run.errors()).isEmpty();
    return run.output();
  }

  /** What is said of a jar that cannot be used at all: one line. */
  private String problem() {
    String message = check(ExitCode.CONTRADICTED);
    String start = "failed  plugin in %s does not work: ".formatted(jar);
    assertThat(message).startsWith(start).hasLineCount(1);
    return message.substring(start.length()).strip();
  }
}
