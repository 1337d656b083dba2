package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete the program's commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in a shell.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  source <(separatrix completion bash)",
      "  separatrix completion zsh > ~/.zfunc/_separatrix",
      "",
      "Either script can be sourced, from ~/.bashrc or from ~/.zshrc after compinit. That for zsh also",
      "works as the file _separatrix in a folder of $fpath, such as ~/.zfunc after",
      "fpath+=~/.zfunc in ~/.zshrc before compinit."
    })
final class CompletionCommand implements Callable<Integer> {
  private static final String SHEBANG = "#!/usr/bin/env bash\n";

  /** An alias is not expanded where zsh loads functions from a file; nothing depends on it. */
  private static final String COMPOPT = "alias compopt=complete";

  /** Loaded by the first use of the function, whose completions the user waits for. */
  private static final String FIRST_USE =
      """

      if [[ -n "${compstate+set}" && "${funcstack[1]}" == _%1$s ]]; then
        _bash_complete -o default -F _complete_%1$s
      fi
      """;

  /** The shells. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "Which shell: ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    CommandSpec program = Printers.require(spec).root();
    String script = AutoComplete.bash(program.name(), program.commandLine());
    PrintWriter out = Printers.out(spec);
    out.print(
        switch (shell) {
          case BASH -> script;
          case ZSH -> forZsh(program.name(), script);
        });
    out.flush();
    return ExitCode.DONE;
  }

  /** Makes picocli's script, which loads bash's way of completing in zsh, loadable from $fpath. */
  private static String forZsh(String program, String script) {
    return "#compdef "
        + program
        + System.lineSeparator()
        + script.replace(SHEBANG, "").replace(COMPOPT, "function compopt() { return 0; }")
        + FIRST_USE.formatted(program);
  }
}
