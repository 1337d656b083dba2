package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.YamlJson;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlReader;
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
  private static final List<String> FACTORS = List.of("objectives", "optimizers", "starts");

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
    } catch (IOException | InvalidStudyException unreadable) {
      return new StudyTexts("", null, Optional.of("study.yaml: " + unreadable.getMessage()));
    }
  }

  /** Returns where the study comes from. */
  JsonNode about() {
    YamlNode about = keys == null ? null : keys.get("about");
    return about == null ? JsonNodeFactory.instance.objectNode() : YamlJson.of(about);
  }

  /**
   * Returns studies of one cell each, in the order of the cells: objectives by optimizers by
   * starts, the start varying fastest. A cell's runs depend on nothing else, so they come out the
   * same.
   *
   * @param count number of cells; no texts are returned if the study has another one
   */
  List<String> ofCells(int count) {
    List<String> texts = new ArrayList<>();
    if (keys == null || product() != count) {
      return texts;
    }
    for (YamlNode objective : items("objectives")) {
      for (YamlNode optimizer : items("optimizers")) {
        for (YamlNode start : items("starts")) {
          YamlMapping cell =
              keys.with("objectives", ConfigNodes.sequence(List.of(objective)))
                  .with("optimizers", ConfigNodes.sequence(List.of(optimizer)))
                  .with("starts", ConfigNodes.sequence(List.of(start)));
          texts.add(YamlWriter.write(cell, List.of("One cell of the study.")));
        }
      }
    }
    return texts;
  }

  private long product() {
    return FACTORS.stream().mapToLong(key -> items(key).size()).reduce(1, Math::multiplyExact);
  }

  private List<YamlNode> items(String key) {
    return keys != null && keys.get(key) instanceof YamlSequence list ? list.items() : List.of();
  }
}
