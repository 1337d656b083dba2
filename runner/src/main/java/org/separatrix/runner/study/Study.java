package org.separatrix.runner.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.runner.input.InputFile;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;

/**
 * What a study asks for.
 *
 * @param name name of the study, fit for a folder
 * @param about where the study comes from
 * @param seed where all random numbers come from
 * @param objectives functions to minimise
 * @param optimizers methods
 * @param starts how starting points are drawn
 * @param runs number of runs of each cell
 * @param stop when runs stop
 * @param analyzers tests of predictions
 * @param controls experiments with a known outcome
 * @param expectations what the findings are expected to say
 * @param certify how much work goes into proofs
 * @param compare how the optimizers are compared
 * @param output what is written
 * @param folder where relative file names in the study start
 */
public record Study(
    String name,
    About about,
    long seed,
    List<Entry> objectives,
    List<Entry> optimizers,
    List<Entry> starts,
    long runs,
    Stop stop,
    List<Entry> analyzers,
    List<Entry> controls,
    List<Expectation> expectations,
    Certify certify,
    Compare compare,
    Output output,
    Path folder) {

  /** Copies the lists. */
  public Study {
    objectives = List.copyOf(objectives);
    optimizers = List.copyOf(optimizers);
    starts = List.copyOf(starts);
    analyzers = List.copyOf(analyzers);
    controls = List.copyOf(controls);
    expectations = List.copyOf(expectations);
  }

  /** Returns the files that the entries name, each once. */
  public Set<InputFile> inputs() {
    return Stream.of(objectives, optimizers, starts, analyzers, controls)
        .flatMap(List::stream)
        .flatMap(entry -> entry.inputs().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Returns the study with every key and files named in full, so that running it anywhere gives the
   * same results.
   */
  public YamlMapping resolved() {
    return keys(Entry::resolved);
  }

  /**
   * Returns the study with every key and files named by their copies, so that running it in its
   * folder of results gives the same results.
   */
  public YamlMapping portable() {
    return keys(Entry::portable);
  }

  private YamlMapping keys(Function<Entry, YamlMapping> form) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    values.put("schema", ConfigNodes.value(1));
    values.put("name", ConfigNodes.value(name));
    values.put("about", ConfigNodes.of(about));
    values.put("seed", ConfigNodes.value(seed));
    values.put("objectives", entries(objectives, form));
    values.put("starts", entries(starts, form));
    values.put("runs", ConfigNodes.value(runs));
    values.put("optimizers", entries(optimizers, form));
    values.put("stop", ConfigNodes.of(stop));
    values.put("analyze", entries(analyzers, form));
    values.put("controls", entries(controls, form));
    values.put("expect", expected());
    values.put("certify", ConfigNodes.of(certify));
    values.put("compare", ConfigNodes.of(compare));
    values.put("output", ConfigNodes.of(output));
    return ConfigNodes.mapping(values);
  }

  private YamlNode expected() {
    Map<String, YamlNode> expected = new LinkedHashMap<>();
    for (Expectation expectation : expectations) {
      expected.put(
          expectation.prediction(), ConfigNodes.value(Expectation.labels(expectation.verdicts())));
    }
    return ConfigNodes.mapping(expected);
  }

  private static YamlNode entries(List<Entry> entries, Function<Entry, YamlMapping> form) {
    return ConfigNodes.sequence(entries.stream().map(form).toList());
  }
}
