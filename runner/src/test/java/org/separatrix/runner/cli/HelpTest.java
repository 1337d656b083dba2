package org.separatrix.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each command's help has examples, and each example works. */
class HelpTest {
  private static final String PROGRAM = "separatrix ";
  private static final String REDIRECT = " (\\||>) .*";

  @TempDir private static Path folder = Path.of("");

  /** What examples name is there: a study, and its results. */
  @BeforeAll
  static void makeWhatExamplesName() {
    Path study = folder.resolve("my.yaml");
    Invocation.run("init", study);
    Invocation.run(
        "run", study, "--quiet", "--set", "runs=100", "--out", folder.resolve("results/my"));
  }

  static List<CommandLine> commands() {
    CommandLine program =
        SeparatrixCommand.program(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
    List<CommandLine> commands = new ArrayList<>(List.of(program));
    for (int i = 0; i < commands.size(); i++) {
      commands.addAll(commands.get(i).getSubcommands().values());
    }
    return commands;
  }

  static Stream<String> examples() {
    return commands().stream().flatMap(command -> examples(command).stream()).distinct();
  }

  @Test
  void everyCommandHasExamples() {
    assertThat(commands()).hasSizeGreaterThan(15).allMatch(each -> !examples(each).isEmpty());
    assertThat(commands())
        .allSatisfy(
            each ->
                assertThat(examples(each))
                    .anyMatch(line -> line.startsWith(each.getCommandSpec().qualifiedName())));
  }

  /** Lists of commands show the first line of a description alone. */
  @Test
  void theFirstLineOfADescriptionIsAWholeSentence() {
    assertThat(commands())
        .allSatisfy(
            each ->
                assertThat(each.getCommandSpec().usageMessage().description()[0])
                    .endsWith(".")
                    .hasSizeLessThan(86));
  }

  @Test
  void collectOffersNothingAboutCellsThatFail() {
    assertThat(Invocation.run("collect", "--help").output())
        .contains("--threads", "--quiet")
        .doesNotContain("--fail-fast", "--keep-going", "--retry-failed");
  }

  /**
   * What runs long, needs a built jar or results of several optimizers or would write beside the
   * sources is parsed.
   */
  @ParameterizedTest
  @MethodSource("examples")
  void examplesWork(String example) {
    String[] words =
        CommandLines.words(example.substring(PROGRAM.length()).replaceAll(REDIRECT, ""));
    if (example.matches(
        PROGRAM
            + "(run|certify|compare|doctor|init|plugins new|resume|status|collect|merge|clean|query) ?.*|.*[.]jar")) {
      assertThatCode(() -> commands().get(0).parseArgs(words)).doesNotThrowAnyException();
      return;
    }

    Invocation run = Invocation.run(Arrays.stream(words).map(HelpTest::place).toArray());

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.errors()).isEmpty();
  }

  /** The shell itself completes a command and an option. */
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completes(String shell) throws IOException, InterruptedException {
    Invocation script = Invocation.run("completion", shell);
    assertThat(script.exitCode()).isZero();
    Path file = Files.writeString(folder.resolve("completion"), script.output());
    String probe =
        """
        source %s
        COMP_WORDS=(separatrix valid); COMP_CWORD=1; _complete_separatrix; echo "${COMPREPLY[@]}"
        COMP_WORDS=(separatrix plan --se); COMP_CWORD=2; _complete_separatrix; echo "${COMPREPLY[@]}"
        """
            .formatted(file);

    assertThat(bash(probe)).isEqualTo("validate\n--set --seed\n");
  }

  /** From a folder of $fpath zsh loads it as a function, which is to complete at its first use. */
  @Test
  void zshFindsItAmongItsFunctions() {
    assertThat(Invocation.run("completion", "zsh").output())
        .startsWith("#compdef separatrix\n")
        .doesNotContain("#!", "alias compopt")
        .endsWith(
            """

            if [[ -n "${compstate+set}" && "${funcstack[1]}" == _separatrix ]]; then
              _bash_complete -o default -F _complete_separatrix
            fi
            """);
  }

  /** A command that is called is made without the others. */
  @Test
  void aCommandsHelpDoesNotDependOnTheOthers() {
    for (CommandLine command : commands().get(0).getSubcommands().values()) {
      assertThat(Invocation.run(command.getCommandName(), "--help").output())
          .startsWith("Usage: separatrix " + command.getCommandName())
          .isEqualTo(command.getUsageMessage());
    }
  }

  @Test
  void theManualNamesEveryCommandAndOption() {
    String manual = Invocation.run("man").output();

    for (CommandLine command : commands()) {
      if (command.getCommandSpec().usageMessage().hidden()) {
        continue;
      }
      String name = command.getCommandSpec().qualifiedName();
      assertThat(manual).contains(name.replace("-", "\\-"));
      command
          .getCommandSpec()
          .options()
          .forEach(option -> assertThat(manual).contains(option.longestName().replace("-", "\\-")));
    }
    assertThat(manual).startsWith(".TH SEPARATRIX 1 ").doesNotContain("${");
  }

  private static String place(String word) {
    return switch (word) {
      case "my.yaml" -> folder.resolve("my.yaml").toString();
      case "results/my" -> folder.resolve("results/my").toString();
      case "study.schema.json" -> folder.resolve("new").toString();
      default -> word;
    };
  }

  private static List<String> examples(CommandLine command) {
    return Arrays.stream(command.getCommandSpec().usageMessage().footer())
        .map(String::strip)
        .map(line -> line.replaceFirst("^source <\\((.*)\\)$", "$1"))
        .filter(line -> line.startsWith(PROGRAM))
        .toList();
  }

  private static String bash(String script) throws IOException, InterruptedException {
    // Outside of a completion, bash remarks that there is none.
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
