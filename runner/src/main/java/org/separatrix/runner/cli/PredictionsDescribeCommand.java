package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.render.LabelledLines;
import org.separatrix.runner.yaml.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a prediction: the claim, its source, its hypotheses and how it is decided. */
@Command(
    name = "describe",
    description = "Describe a prediction: claim, source, hypotheses, measurement, decision.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix predictions describe escape-time",
      "  separatrix predictions describe escape-time --json"
    })
final class PredictionsDescribeCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "ID", description = "Id of a prediction.")
  private String id = "";

  PredictionsDescribeCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    PredictionCatalogue catalogue = root.services(Printers.err(spec)).predictions();
    PredictionCatalogue.Item item =
        catalogue
            .find(id)
            .orElseThrow(() -> new CommandException(unknown(catalogue), ExitCode.BAD_INPUT));
    if (json.isWanted()) {
      json.print(spec, Documents.prediction(item));
      return ExitCode.DONE;
    }
    Prediction prediction = item.prediction();
    out.println("prediction '" + prediction.id() + "'");
    LabelledLines lines = new LabelledLines(out, "hypotheses".length() + 2);
    lines.print("claim", prediction.statement());
    lines.print("source", prediction.source());
    String label = "hypotheses";
    for (String hypothesis : prediction.hypotheses()) {
      lines.print(label, hypothesis);
      label = "";
    }
    lines.print("measured", prediction.quantity());
    lines.print("decision", prediction.decision());
    lines.print("refuted by", prediction.refutation());
    lines.print("analyzer", item.analyzer());
    return ExitCode.DONE;
  }

  private String unknown(PredictionCatalogue catalogue) {
    List<String> ids = catalogue.items().stream().map(item -> item.prediction().id()).toList();
    return "no prediction has the id '%s'.%s%nMaybe run separatrix predictions list."
        .formatted(id, Suggestions.didYouMean(id, ids));
  }
}
