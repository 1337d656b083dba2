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
                    + " for its data; [] for no figures.",
            defaultValue = "[png, svg, csv]",
            example = "[svg]")
        List<FigureFormat> figures) {

  /** Copies the list and checks the formats. */
  public Output {
    figures = List.copyOf(figures);
    if (new HashSet<>(figures).size() < figures.size()) {
      throw new IllegalArgumentException("figures names a format twice");
    }
  }
}
