package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.Locale;
import org.separatrix.runner.across.AcrossStudies;
import org.separatrix.runner.compare.Comparison;

/** Prints what several studies say of optimizers. */
public final class ChangeLines {
  private final PrintWriter out;
  private final boolean colored;
  private final Style style;
  private final LabelledLines lines;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether to colour verdicts
   */
  public ChangeLines(PrintWriter out, boolean colored) {
    this.out = out;
    this.colored = colored;
    this.style = new Style(colored);
    this.lines = new LabelledLines(out, LabelledLines.LABEL);
  }

  /**
   * Prints a comparison across studies.
   *
   * @param across what to print
   */
  public void print(AcrossStudies across) {
    for (AcrossStudies.Source each : across.studies()) {
      out.printf(
          "%s   study %s, version %s, seed %d%n",
          style.title(each.folder()), each.study(), each.version(), each.seed());
    }
    across.unmatched().forEach(reason -> lines.print("not matched", reason));
    new ComparisonLines(out, colored).print(across.comparison());
    if (across.studies().size() > 1) {
      printChanges(across);
    }
    out.flush();
  }

  private void printChanges(AcrossStudies across) {
    out.printf("%n%s%n", style.title("regressions"));
    for (AcrossStudies.Change each : across.regressions()) {
      lines.printPadded(style.passed(false, lines.pad("regression")), text(each));
    }
    lines.print(
        across.tests() == 0 ? "not tested" : across.regressions().size() + " found",
        across.tests() == 0
            ? "no optimizer has an equal entry on a common problem in a later folder"
            : String.format(
                Locale.ROOT,
                "%s tests of equal entries in later folders; chance of any false regression at"
                    + " most %s (Holm)",
                Numbers.count(across.tests()),
                Numbers.percent(across.level())));
  }

  private static String text(AcrossStudies.Change change) {
    Comparison.Test effort = change.tests().effort();
    Comparison.Test outcomes = change.tests().outcomes();
    return String.format(
        Locale.ROOT,
        "%s on %s from %s at %s in %s: effort r = %.2f (%s, p = %.1e), success d = %.2f (%s, p ="
            + " %.1e), adjusted",
        change.optimizer(),
        change.objective(),
        change.start(),
        change.condition(),
        change.folder(),
        effort.effect(),
        effort.name(),
        effort.adjusted(),
        outcomes.effect(),
        outcomes.name(),
        outcomes.adjusted());
  }
}
