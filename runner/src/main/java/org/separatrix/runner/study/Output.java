package org.separatrix.runner.study;

import java.util.HashSet;
import java.util.List;
import org.separatrix.api.plugin.Doc;

/**
 * What a study leaves behind besides its summary.
 *
 * @param runs how many runs of each cell {@code runs.csv} shows at most
 * @param figures how each figure is written
 * @param report whether a page that shows the results is written
 */
@Doc("What is written besides the summary.")
public record Output(
    @Doc(
            value =
                "How many runs of each cell runs.csv shows at most: all of them, or every m-th; 0"
                    + " for no runs.csv.",
            unit = "runs",
            defaultValue = "10000",
            example = "0")
        long runs,
    @Doc(
            value =
                "How each figure of an analyzer is written to the folder figures: png, svg, and csv"
                    + " for its data, always with json for the report; [] for no figures.",
            defaultValue = "[png, svg, csv]",
            example = "[svg]")
        List<FigureFormat> figures,
    @Doc(
            value = "Whether report.html is written, a page that shows the results.",
            defaultValue = "true",
            example = "false")
        boolean report) {

  /** Copies the list and checks the number and the formats. */
  public Output {
    figures = List.copyOf(figures);
    if (runs < 0) {
      throw new IllegalArgumentException("runs is " + runs + ": it must be at least 0");
    }
    if (new HashSet<>(figures).size() < figures.size()) {
      throw new IllegalArgumentException("figures names a format twice");
    }
  }
}
