package org.separatrix.runner.across;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.compare.RunningTimes;
import org.separatrix.runner.store.DataFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.RunningTimesFile;
import org.separatrix.runner.store.SummaryFile;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlReader;
import org.separatrix.runner.yaml.YamlScalar;
import org.separatrix.runner.yaml.YamlSequence;

/**
 * What a study left behind, as far as it is compared with others.
 *
 * @param label tells it from the others, such as the name of its folder
 * @param name of the study
 * @param version of the program that ran it
 * @param seed of the study
 * @param objectives the entries by name
 * @param starts the entries by name
 * @param optimizers the entries by name
 * @param stop when runs were given up, by key
 * @param times the running times
 */
public record ComparedStudy(
    String label,
    String name,
    String version,
    long seed,
    Map<String, Map<String, Object>> objectives,
    Map<String, Map<String, Object>> starts,
    Map<String, Map<String, Object>> optimizers,
    Map<String, Object> stop,
    List<RunningTimes> times) {

  /**
   * Reads a folder of results.
   *
   * @param folder the folder
   * @param label tells it from the others
   * @throws MalformedFileException if a file is missing, or not as it should be
   */
  public static ComparedStudy read(Path folder, String label) {
    JsonNode summary = SummaryFile.read(folder.resolve(ResultDirectory.SUMMARY));
    List<RunningTimes> times = RunningTimesFile.read(folder.resolve(RunningTimesFile.NAME));
    Map<String, Object> study = study(folder.resolve(ResultDirectory.STUDY));
    ComparedStudy stored =
        new ComparedStudy(
            label,
            summary.path("study").asText(),
            summary.path("version").asText("unknown"),
            summary.path("seed").asLong(),
            entries(study, "objectives"),
            entries(study, "starts"),
            entries(study, "optimizers"),
            mapping(study.get("stop")),
            times);
    stored.checkNames(folder);
    DataFiles.of(folder, summary).require(RunningTimesFile.NAME::equals);
    return stored;
  }

  private void checkNames(Path folder) {
    for (RunningTimes each : times) {
      if (!objectives.containsKey(each.problem().objective())
          || !starts.containsKey(each.problem().start())
          || !optimizers.containsKey(each.optimizer())) {
        throw new MalformedFileException(
            ("%s: '%s' with '%s' from '%s' is not in %s beside it.%nMaybe the files are of"
                    + " different runs; run the study again.")
                .formatted(
                    folder.resolve(RunningTimesFile.NAME),
                    each.problem().objective(),
                    each.optimizer(),
                    each.problem().start(),
                    ResultDirectory.STUDY));
      }
    }
  }

  private static Map<String, Object> study(Path file) {
    try {
      Diagnostics diagnostics = new Diagnostics();
      YamlMapping root = YamlReader.read(file, diagnostics);
      diagnostics.throwIfAny();
      return mapping(value(root));
    } catch (InvalidStudyException invalid) {
      throw new MalformedFileException(String.valueOf(invalid.getMessage()));
    }
  }

  /** Numbers that are written in different ways are equal, and so are keys in different orders. */
  private static Object value(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Object> values = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> values.put(key, value(entry.value())));
      return values;
    }
    if (node instanceof YamlSequence list) {
      return list.items().stream().map(ComparedStudy::value).toList();
    }
    String text = ((YamlScalar) node).text();
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  @SuppressWarnings("unchecked") // the keys of a mapping are texts
  private static Map<String, Object> mapping(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static Map<String, Map<String, Object>> entries(Map<String, Object> study, String key) {
    Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
    if (study.get(key) instanceof List<?> list) {
      for (Object item : list) {
        Map<String, Object> entry = new LinkedHashMap<>(mapping(item));
        Object name = entry.remove("name");
        entries.put(String.valueOf(name), entry);
      }
    }
    return entries;
  }
}
