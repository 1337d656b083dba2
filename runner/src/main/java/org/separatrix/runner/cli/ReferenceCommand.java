package org.separatrix.runner.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.reference.PredictionReference;
import org.separatrix.runner.reference.YamlReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the parts of the documentation that follow from the registered components. */
@Command(
    name = "reference",
    hidden = true,
    description = "Print a reference in Markdown, as it stands in docs.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix reference yaml > docs/yaml.md"})
final class ReferenceCommand implements Callable<Integer> {
  /** What references there are. */
  enum Subject {
    YAML,
    PREDICTIONS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SUBJECT", description = "Of what: ${COMPLETION-CANDIDATES}.")
  private Subject subject = Subject.YAML;

  ReferenceCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Services services = root.services(Printers.err(spec));
    Printers.out(spec)
        .print(
            switch (subject) {
              case YAML -> YamlReference.of(services.registry());
              case PREDICTIONS -> PredictionReference.of(services.predictions());
            });
    Printers.out(spec).flush();
    return ExitCode.DONE;
  }
}
