package org.separatrix.runner.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.separatrix.api.objective.Box;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.precision.Precision;
import org.separatrix.runner.input.InputFile;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;

/**
 * An entry of a study, of which sweeps have left single values: what to make under which name.
 *
 * @param kind its kind
 * @param type id of the component
 * @param name identifies it among the entries of its kind
 * @param config its configuration
 * @param domain of an objective, instead of the objective's own
 * @param lipschitz of an objective, instead of the objective's own
 * @param precision of an optimizer's steps
 * @param inputs the files that its configuration names
 * @param source the keys and values as written
 */
public record Entry(
    Component.Kind kind,
    String type,
    String name,
    Record config,
    Optional<Box> domain,
    OptionalDouble lipschitz,
    Precision precision,
    List<InputFile> inputs,
    YamlMapping source) {
  /** The key of the precision. */
  static final String PRECISION = "precision";

  /** Copies the list. */
  public Entry {
    inputs = List.copyOf(inputs);
  }

  /** Returns the name as part of a cell's id: without spaces and slashes. */
  public String slug() {
    return slug(name);
  }

  static String slug(String name) {
    return name.replace("/L", "-over-L")
        .replaceAll("[^\\p{L}\\p{N}.=+_-]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /**
   * Returns this entry with every key and files named in full, so that reading it anywhere gives
   * this entry again.
   */
  public YamlMapping resolved() {
    return keys(Path::toString);
  }

  /**
   * Returns this entry with every key and files named by their copies, so that reading it in a
   * folder of results gives this entry again.
   */
  public YamlMapping portable() {
    return keys(
        file ->
            inputs.stream()
                .filter(input -> input.path().equals(file))
                .findFirst()
                .map(InputFile::copyName)
                .orElse(file.toString()));
  }

  private YamlMapping keys(Function<Path, String> fileNames) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    values.put("type", ConfigNodes.value(type));
    values.put("name", ConfigNodes.value(name));
    ConfigNodes.of(config, fileNames)
        .entries()
        .forEach((key, entry) -> values.put(key, entry.value()));
    domain.ifPresent(box -> values.put("domain", ConfigNodes.value(box)));
    lipschitz.ifPresent(bound -> values.put("lipschitz", ConfigNodes.value(bound)));
    if (precision != Precision.FLOAT64) {
      values.put(PRECISION, ConfigNodes.value(precision));
    }
    return ConfigNodes.mapping(values);
  }
}
