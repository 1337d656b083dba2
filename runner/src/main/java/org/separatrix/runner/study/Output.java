package org.separatrix.runner.study;

import java.util.HashSet;
import java.util.List;
import org.separatrix.api.plugin.Doc;

/**
 * What a study leaves behind besides its summary.
 *
 * @param runs which runs of each cell have a row in its file of runs
 * @param trajectories which trajectories are kept
 * @param figures how each figure is written
 * @param report whether a page that shows the results is written
 */
@Doc("What is written besides the summary.")
public record Output(
    @Doc(
            value =
                "Which runs of each cell have a row in the folder runs: all, none, or every m-th so"
                    + " that they are at most {sample: N}.",
            defaultValue = "{sample: 10000}",
            example = "all")
        KeptRuns runs,
    @Doc(
            value = "Which trajectories are kept, step by step, in trajectories.parquet.",
            defaultValue = "{}",
            example = "{count: 100, every: 1}")
        KeptTrajectories trajectories,
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

  /** Copies the list and checks the formats. */
  public Output {
    figures = List.copyOf(figures);
    if (new HashSet<>(figures).size() < figures.size()) {
      throw new IllegalArgumentException("figures names a format twice");
    }
  }
}
