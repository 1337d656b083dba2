package org.separatrix.runner.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what is said of predictions. */
@Command(
    name = "predictions",
    description = "Say what the theory predicts and how that is tested.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix predictions list",
      "  separatrix predictions describe escape-time"
    },
    synopsisSubcommandLabel = "COMMAND")
final class PredictionsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
