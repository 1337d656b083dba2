package org.separatrix.runner.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what is said of plugins. */
@Command(
    name = "plugins",
    description = "Say what studies can name.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix plugins list",
      "  separatrix plugins describe heavy-ball"
    },
    synopsisSubcommandLabel = "COMMAND")
final class PluginsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
