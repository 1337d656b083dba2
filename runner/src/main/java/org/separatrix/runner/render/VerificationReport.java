package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.List;
import org.separatrix.runner.verify.Check;

/** Prints what was confirmed of stored results, and what was not, a line each. */
public final class VerificationReport {

  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether to colour answers
   */
  public VerificationReport(PrintWriter out, boolean colored) {
    this.out = out;
    style = new Style(colored);
    lines = new LabelledLines(out, LabelledLines.LABEL);
  }

  /**
   * Prints checks.
   *
   * @param checks in their order
   * @param isBrief whether only those that were not confirmed are printed
   */
  public void print(List<Check> checks, boolean isBrief) {
    for (Check check : checks) {
      if (!isBrief || !check.isConfirmed()) {
        String label = lines.pad(check.isConfirmed() ? "confirmed" : "NOT CONFIRMED");
        lines.printPadded(
            style.passed(check.isConfirmed(), label), check.subject() + ": " + check.detail());
      }
    }
    long confirmed = checks.stream().filter(Check::isConfirmed).count();
    out.println(
        style.passed(
            confirmed == checks.size(),
            "%d of %d facts confirmed".formatted(confirmed, checks.size())));
    out.flush();
  }
}
