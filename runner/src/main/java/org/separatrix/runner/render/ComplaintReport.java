package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.List;
import org.separatrix.api.plugin.Component;
import org.separatrix.runner.check.Complaint;

/** Prints what components do not keep. */
public final class ComplaintReport {
  private static final int LABEL_WIDTH = 12;

  private final PrintWriter out;
  private final LabelledLines lines;

  /**
   * Creates a report.
   *
   * @param out where to
   */
  public ComplaintReport(PrintWriter out) {
    this.out = out;
    this.lines = new LabelledLines(out, LABEL_WIDTH);
  }

  /**
   * Prints what a component does not keep, or that it keeps everything.
   *
   * @param component the component
   * @param complaints what it does not keep
   */
  public void print(Component<?> component, List<Complaint> complaints) {
    out.printf(
        "%-6s  %s '%s' of %s%n",
        complaints.isEmpty() ? "passed" : "failed",
        component.kind(),
        component.id(),
        component.plugin());
    for (Complaint complaint : complaints) {
      out.println("  " + complaint.check());
      lines.print("  expected", complaint.expected());
      lines.print("  seen", complaint.seen());
      lines.print("  maybe", complaint.advice());
    }
  }
}
