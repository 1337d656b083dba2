package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WordsOfCommandLineTest {
  private static final Path EXAMPLE = Path.of("../configs/lee-2016/example.yaml");

  @Test
  void helpIsACommandToo() {
    assertThat(Invocation.run("help")).isEqualTo(Invocation.run("--help"));
    assertThat(Invocation.run("help", "plugins", "new"))
        .isEqualTo(Invocation.run("plugins", "new", "--help"));
  }

  @Test
  void refusesWhatItDoesNotExpectInPlainWords() {
    assertThat(Invocation.run("doctor", "again").errors())
        .startsWith("separatrix: unexpected argument 'again'\n");
    assertThat(Invocation.run("run", EXAMPLE, "--threads", "two").errors())
        .startsWith(
            "separatrix: Invalid value for option '--threads': 'two' is not a whole number");
    assertThat(Invocation.run("run", EXAMPLE, "--threads", "3000000000").errors())
        .contains("'3000000000' is not from -2,147,483,648 to 2,147,483,647");
    assertThat(Invocation.run("run", EXAMPLE, "--threads", "100000").errors())
        .isEqualTo("--threads is 100000: it must be at most 10000\n");
    assertThat(Invocation.run("completion", "fish").errors())
        .contains("(SHELL): 'fish' is none of bash, zsh\n");
    assertThat(Invocation.run("query", "results", "select 1", "--format", "xml").errors())
        .contains("'--format': 'xml' is none of table, csv, json, parquet\n");
    assertThat(Invocation.run("plugins", "new", "control", "mine").errors())
        .contains("(KIND): 'control' is none of objective, optimizer, start, analyzer\n");
    assertThat(Invocation.run("merge", "results", "--out", "both").errors())
        .isEqualTo("results alone is nothing to unite: name two folders or more\n");
    assertThat(Invocation.run("merge", "--help").output()).contains(" DIR DIR...\n");
    assertThat(Invocation.run("plan", "a\0b").errors())
        .contains("cannot name a file in this locale")
        .doesNotContain("java.nio");
  }
}
