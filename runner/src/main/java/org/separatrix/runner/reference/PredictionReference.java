package org.separatrix.runner.reference;

import java.util.List;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.runner.prediction.PredictionCatalogue;

/** The reference of predictions in Markdown. */
public final class PredictionReference {
  private static final String HEAD =
      """
      # Predictions

      Written by `./separatrix reference predictions`; `./separatrix predictions describe ID` says
      the same of one.

      A prediction is tested by the analyzer that a study names in `analyze`. It is answered with a
      verdict only where its hypotheses hold, and each says what would refute it.
      """;

  private PredictionReference() {}

  /**
   * Returns the reference.
   *
   * @param catalogue the predictions
   */
  public static String of(PredictionCatalogue catalogue) {
    StringBuilder text = new StringBuilder(HEAD);
    for (PredictionCatalogue.Item item : catalogue.items()) {
      append(text, item);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, PredictionCatalogue.Item item) {
    Prediction prediction = item.prediction();
    text.append("\n## `%s`\n\n%s\n\n".formatted(prediction.id(), plain(prediction.statement())));
    List.of(
            "Analyzer: `" + item.analyzer() + "`",
            "Source: " + plain(prediction.source()),
            "Hypotheses: " + plain(String.join("; ", prediction.hypotheses())),
            "Measured: " + plain(prediction.quantity()),
            "Decision: " + plain(prediction.decision()),
            "Refuted by: " + plain(prediction.refutation()))
        .forEach(each -> text.append("- ").append(each).append('\n'));
  }

  /** Formulas hold signs that Markdown takes for its own. */
  private static String plain(String text) {
    return text.replaceAll("([*_<>|\\[\\]])", "\\\\$1");
  }
}
