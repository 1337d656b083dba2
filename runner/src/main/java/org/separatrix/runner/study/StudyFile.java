package org.separatrix.runner.study;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;

/**
 * The keys of a study's file.
 *
 * @param schema version of this format
 * @param name name of the study
 * @param about where the study comes from
 * @param seed where all random numbers come from
 * @param objectives entries, as they stand
 * @param optimizers entries, as they stand
 * @param starts entries, as they stand
 * @param runs number of runs of each cell
 * @param stop when runs stop
 * @param analyze entries, as they stand
 * @param controls entries, as they stand
 * @param expect verdicts by prediction, as they stand
 * @param certify how much work goes into proofs
 * @param compare how the optimizers are compared
 * @param output what is written
 */
@Doc(
    value =
        "A study: every objective with every optimizer from every start. An entry is an id or"
            + " {type: id, keys}; a list in place of a single value makes one entry for each"
            + " value.",
    example =
        """
        schema: 1
        objectives:
          - {type: lee-2016}
        starts:
          - {type: uniform-box}
        runs: 10000
        optimizers:
          - {type: gradient-descent, step: {times-1-over-L: [0.5, 0.9]}}
        """)
public record StudyFile(
    @Doc(value = "Version of this format: 1.", example = "1") int schema,
    @Doc(
            value =
                "Name of the study and of its folder of results: letters, digits, '.', '_', '-'."
                    + " Without it the file's name is taken.",
            example = "my-study")
        @Nullable String name,
    @Doc(
            value = "Where the study comes from.",
            defaultValue = "{}",
            example = "{paper: Lee et al. 2016, theorem: Theorem 4.1}")
        About about,
    @Doc(
            value = "Whole number from which all random numbers follow.",
            defaultValue = "42",
            example = "7")
        long seed,
    @Doc(value = "Functions to minimise.", example = "[{type: lee-2016}]")
        List<YamlNode> objectives,
    @Doc(value = "Methods.", example = "[{type: gradient-descent, step: 0.05}]")
        List<YamlNode> optimizers,
    @Doc(value = "How the starting points are drawn.", example = "[{type: uniform-box}]")
        List<YamlNode> starts,
    @Doc(
            value =
                "Number of runs of each cell, at least 1; fewer if the start is a list of fewer"
                    + " points.",
            unit = "runs",
            example = "10000")
        long runs,
    @Doc(value = "When a run stops.", defaultValue = "{}", example = "{max-steps: 20000}")
        Stop stop,
    @Doc(
            value = "Analyzers that hold predictions against the runs.",
            defaultValue = "[critical-points, saddle-avoidance]",
            example = "[critical-points, saddle-avoidance, escape-time]")
        List<YamlNode> analyze,
    @Doc(
            value =
                "Experiments whose outcome is known; if one does not come out, the study fails.",
            defaultValue = "[]",
            example = "[start-on-stable-manifold]")
        List<YamlNode> controls,
    @Doc(
            value =
                "Verdicts that the findings of a prediction must give: one, or a list of which each"
                    + " must occur, and no other. A study is sound if this is so; without it, a"
                    + " prediction must not be contradicted.",
            defaultValue = "{}",
            example = "{saddle-avoidance: consistent, escape-time: [consistent, inconclusive]}")
        YamlMapping expect,
    @Doc(
            value =
                "How much work goes into proofs by interval arithmetic, for objectives given by a"
                    + " formula.",
            defaultValue = "{}",
            example = "{gap: 0.001}")
        Certify certify,
    @Doc(
            value = "How the optimizers are compared, if there are two or more.",
            defaultValue = "{}",
            example = "{runs: 1000}")
        Compare compare,
    @Doc(
            value = "What is written besides the summary.",
            defaultValue = "{}",
            example = "{runs: all}")
        Output output) {

  /** The version of this format. */
  public static final int SCHEMA = 1;

  /** The names that a study may have, as a regular expression. */
  public static final String SAFE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private static final Pattern SAFE = Pattern.compile(SAFE_NAME);

  /** Copies the lists and checks the version, the name and the number of runs. */
  public StudyFile {
    objectives = List.copyOf(objectives);
    optimizers = List.copyOf(optimizers);
    starts = List.copyOf(starts);
    analyze = List.copyOf(analyze);
    controls = List.copyOf(controls);
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(otherSchema(schema));
    }
    if (name != null && !SAFE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          ("name is '%s': it becomes the name of a folder, so it must be at most 100 letters,"
                  + " digits, '.', '_' or '-', the first one a letter or digit")
              .formatted(name));
    }
    if (runs < 1) {
      throw new IllegalArgumentException("runs is " + runs + ": it must be at least 1");
    }
  }

  static String otherSchema(Object schema) {
    return "schema is " + schema + ": this version of the program reads schema 1";
  }
}
