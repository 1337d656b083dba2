package org.separatrix.runner.study;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.yaml.Assignment;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.RecordBinder;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlReader;
import org.separatrix.runner.yaml.YamlScalar;
import org.separatrix.runner.yaml.YamlSequence;

/** Reads a study from its file. */
public final class StudyReader {
  private static final String FALLBACK_NAME = "study";

  private final Registry registry;

  /**
   * Creates a reader.
   *
   * @param registry the components that studies may name
   */
  @Inject
  public StudyReader(Registry registry) {
    this.registry = registry;
  }

  /**
   * Reads a study.
   *
   * @param file the file; messages name it as it is given
   * @param assignments values that replace those of the file, such as {@code
   *     optimizers[0].step=0.05}
   * @param diagnostics receives what is wrong
   * @return the study, with those of its entries that are in order
   * @throws InvalidStudyException if there is no study to go on with
   */
  public Study read(Path file, List<String> assignments, Diagnostics diagnostics) {
    YamlMapping root = YamlReader.read(file, diagnostics);
    for (String assignment : assignments) {
      root = Assignment.apply(root, assignment, diagnostics);
    }
    rejectOtherSchema(root, diagnostics);
    List<Entry> objectives = required(root, "objectives", Component.Kind.OBJECTIVE, diagnostics);
    List<Entry> optimizers = required(root, "optimizers", Component.Kind.OPTIMIZER, diagnostics);
    List<Entry> starts = required(root, "starts", Component.Kind.START, diagnostics);
    StudyFile keys =
        new RecordBinder(diagnostics).bind(root, StudyFile.class, "the study", List.of());
    if (keys == null) {
      optional(root, "analyze", Component.Kind.ANALYZER, diagnostics);
      optional(root, "controls", Component.Kind.CONTROL, diagnostics);
      diagnostics.throwIfAny();
      throw new IllegalStateException("a study without keys and without a problem");
    }
    return new Study(
        keys.name() == null ? nameOf(file) : keys.name(),
        keys.seed(),
        objectives,
        optimizers,
        starts,
        keys.runs(),
        keys.stop(),
        entries(keys.analyze(), Component.Kind.ANALYZER, diagnostics),
        entries(keys.controls(), Component.Kind.CONTROL, diagnostics),
        keys.output(),
        folderOf(file));
  }

  /** What is wrong by this schema may be right by another. */
  private static void rejectOtherSchema(YamlMapping root, Diagnostics diagnostics) {
    if (root.get("schema") instanceof YamlScalar schema
        && schema.text().matches("[0-9]+")
        && !schema.text().equals("1")) {
      throw diagnostics.fatal(schema.location(), StudyFile.otherSchema(schema.text()));
    }
  }

  private List<Entry> required(
      YamlMapping root, String key, Component.Kind kind, Diagnostics diagnostics) {
    if (root.get(key) instanceof YamlSequence list && list.items().isEmpty()) {
      diagnostics.add(
          list.location(), "'%s' is an empty list: a study needs at least one".formatted(key));
    }
    return optional(root, key, kind, diagnostics);
  }

  /** What is not a list is left to the binder of the whole study. */
  private List<Entry> optional(
      YamlMapping root, String key, Component.Kind kind, Diagnostics diagnostics) {
    return root.get(key) instanceof YamlSequence list
        ? entries(list.items(), kind, diagnostics)
        : List.of();
  }

  private List<Entry> entries(List<YamlNode> nodes, Component.Kind kind, Diagnostics diagnostics) {
    return new EntryReader(kind, registry, diagnostics).read(nodes);
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? Path.of("/") : folder;
  }

  private static String nameOf(Path file) {
    String name =
        file.getFileName()
            .toString()
            .replaceFirst("\\.ya?ml$", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceFirst("^[^A-Za-z0-9]+", "");
    return name.isEmpty() ? FALLBACK_NAME : name.substring(0, Math.min(name.length(), 100));
  }
}
