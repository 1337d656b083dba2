package org.separatrix.runner.cli;

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
      "  separatrix completion zsh > ~/.separatrix.zsh",
      "",
      "The script is to be sourced, from ~/.bashrc or from ~/.zshrc after compinit, such as by",
      "source ~/.separatrix.zsh; it does not work from the folders of $fpath."
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells that the one script is for. */
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
  @SuppressWarnings("unused") // one script serves both
  private Shell shell = Shell.BASH;

  /** Picocli's one script serves both: where zsh reads it, it loads bash's way of completing. */
  @Override
  public Integer call() {
    CommandSpec program = Printers.require(spec).root();
    Printers.out(spec).print(AutoComplete.bash(program.name(), program.commandLine()));
    Printers.out(spec).flush();
    return ExitCode.DONE;
  }
}
