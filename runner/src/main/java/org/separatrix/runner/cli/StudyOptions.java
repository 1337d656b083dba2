package org.separatrix.runner.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that change a study. */
final class StudyOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Another value for a key of the study, in YAML,",
        "such as --set runs=1000 or --set optimizers[0].step=0.05"
      })
  private List<String> assignments = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Another seed.")
  private @Nullable Long seed;

  /** The values that replace those of the file. */
  List<String> assignments() {
    List<String> all = new ArrayList<>(assignments);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }
}
