package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlReader;
import org.separatrix.runner.yaml.YamlScalar;
import org.separatrix.runner.yaml.YamlSequence;
import org.separatrix.runner.yaml.YamlWriter;

/**
 * The resolved study as text, and that of each of its cells.
 *
 * @param whole the text of the file; empty if it cannot be read
 * @param keys the file's keys; null if it cannot be read
 * @param problem why it cannot be read
 */
record StudyTexts(String whole, @Nullable YamlMapping keys, Optional<String> problem) {
  /**
   * Reads a resolved study.
   *
   * @param file the file
   */
  static StudyTexts read(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    try {
      String text = Files.readString(file);
      YamlMapping keys = YamlReader.read(file, diagnostics);
      diagnostics.throwIfAny();
      return new StudyTexts(text, keys, Optional.empty());
    } catch (NoSuchFileException missing) {
      return unreadable("no such file");
    } catch (IOException | InvalidStudyException unreadable) {
      return unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private static StudyTexts unreadable(String reason) {
    return new StudyTexts("", null, Optional.of("study.yaml: " + reason));
  }

  /** Returns where the study comes from. */
  JsonNode about() {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    if (keys != null && keys.get("about") instanceof YamlMapping given) {
      given.keys().forEach(key -> about.put(key, text(given, key)));
    }
    return about;
  }

  /**
   * Returns the study of one cell alone, which is found by the names of its parts. Its runs depend
   * on nothing else, so they come out the same; what the whole study expects is left out.
   *
   * @param cell an entry of the summary
   */
  Optional<String> ofCell(JsonNode cell) {
    Optional<YamlNode> objective = entry("objectives", cell.path("objective"));
    Optional<YamlNode> optimizer = entry("optimizers", cell.path("optimizer").path("name"));
    Optional<YamlNode> start = entry("starts", cell.path("start").path("name"));
    if (keys == null || objective.isEmpty() || optimizer.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    YamlMapping alone =
        keys.with("objectives", ConfigNodes.sequence(List.of(objective.get())))
            .with("optimizers", ConfigNodes.sequence(List.of(optimizer.get())))
            .with("starts", ConfigNodes.sequence(List.of(start.get())))
            .with("expect", ConfigNodes.mapping(Map.of()));
    return Optional.of(YamlWriter.write(alone, List.of("One cell of the study.")));
  }

  private Optional<YamlNode> entry(String key, JsonNode name) {
    List<YamlNode> entries =
        keys != null && keys.get(key) instanceof YamlSequence list ? list.items() : List.of();
    return entries.stream().filter(entry -> text(entry, "name").equals(name.asText())).findFirst();
  }

  /** Returns the text of a scalar, whatever it means; empty if there is none. */
  private static String text(YamlNode mapping, String key) {
    return mapping instanceof YamlMapping keys && keys.get(key) instanceof YamlScalar scalar
        ? scalar.text()
        : "";
  }
}
