package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.render.LabelledLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every prediction that can be tested. */
@Command(
    name = "list",
    description = "List every prediction, with the analyzer that tests it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix predictions list",
      "  separatrix predictions list --json"
    })
final class PredictionsListCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();

  PredictionsListCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    List<PredictionCatalogue.Item> items = root.services(Printers.err(spec)).predictions().items();
    if (json.isWanted()) {
      ObjectNode document = Documents.object();
      ArrayNode predictions = document.putArray("predictions");
      items.forEach(item -> predictions.add(Documents.prediction(item)));
      json.print(spec, document);
      return ExitCode.DONE;
    }
    int width = items.stream().mapToInt(item -> item.prediction().id().length()).max().orElse(0);
    LabelledLines lines = new LabelledLines(out, width + 2);
    for (PredictionCatalogue.Item item : items) {
      String analyzer =
          item.analyzer().equals(item.prediction().id()) ? "" : " [" + item.analyzer() + "]";
      lines.print(item.prediction().id(), item.prediction().statement() + analyzer);
    }
    return ExitCode.DONE;
  }
}
