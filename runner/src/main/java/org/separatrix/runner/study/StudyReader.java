package org.separatrix.runner.study;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.yaml.Assignment;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.Location;
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
   * What could be read.
   *
   * @param study with those of its entries that are in order, and defaults or examples in the place
   *     of other keys that are not
   * @param incomplete the kinds of which entries are missing, since something is wrong with them
   */
  public record Reading(Study study, Set<Component.Kind> incomplete) {
    /** Copies the kinds. */
    public Reading {
      incomplete = Set.copyOf(incomplete);
    }

    /**
     * Tells whether all entries of a kind were in order.
     *
     * @param kind the kind
     */
    public boolean hasAll(Component.Kind kind) {
      return !incomplete.contains(kind);
    }
  }

  /**
   * Reads a study.
   *
   * @param file the file; messages name it as it is given
   * @param folder where relative file names in it start
   * @param assignments values that replace those of the file, such as {@code
   *     optimizers[0].step=0.05}
   * @param diagnostics receives what is wrong
   * @return the study, as far as it is in order
   * @throws InvalidStudyException if there is no study to go on with
   */
  public Reading read(Path file, Path folder, List<String> assignments, Diagnostics diagnostics) {
    YamlMapping root = assigned(YamlReader.read(file, diagnostics), assignments, diagnostics);
    rejectOtherSchema(root, diagnostics);
    Entries entries =
        new Entries(root, registry, folder, diagnostics, EnumSet.noneOf(Component.Kind.class));
    List<Entry> objectives = entries.required("objectives", Component.Kind.OBJECTIVE);
    List<Entry> optimizers = entries.required("optimizers", Component.Kind.OPTIMIZER);
    List<Entry> starts = entries.required("starts", Component.Kind.START);
    RecordBinder.Attempt<StudyFile> attempt =
        new RecordBinder(diagnostics, folder).attempt(root, StudyFile.class, "the study");
    StudyFile keys = attempt.record();
    if (keys == null) {
      diagnostics.throwIfAny();
      throw new IllegalStateException("a study without keys and without a problem");
    }
    if (attempt.replaced().contains("analyze")) {
      entries.incomplete().add(Component.Kind.ANALYZER);
    }
    Study study =
        new Study(
            keys.name() == null ? nameOf(file) : keys.name(),
            keys.about(),
            keys.seed(),
            objectives,
            optimizers,
            starts,
            keys.runs(),
            keys.stop(),
            entries.read(keys.analyze(), Component.Kind.ANALYZER),
            entries.read(keys.controls(), Component.Kind.CONTROL),
            new ExpectationReader(diagnostics).read(keys.expect()),
            keys.certify(),
            keys.compare(),
            keys.output(),
            folder);
    return new Reading(study, entries.incomplete());
  }

  /** Makes those changes that can be made; what is wrong with the others is told with the rest. */
  private static YamlMapping assigned(
      YamlMapping read, List<String> assignments, Diagnostics diagnostics) {
    YamlMapping root = read;
    Set<String> assigned = new HashSet<>();
    for (String assignment : assignments) {
      String path = assignment.replaceFirst("(?s)=.*", "");
      if (!assigned.add(path)) {
        diagnostics.add(Location.of("--set " + path), "given twice: give each key one value");
        continue;
      }
      try {
        root = Assignment.apply(root, assignment, diagnostics);
      } catch (InvalidStudyException told) {
        // It is among the problems already.
      }
    }
    return root;
  }

  /** What is wrong by this schema may be right by another. */
  private static void rejectOtherSchema(YamlMapping root, Diagnostics diagnostics) {
    if (root.get("schema") instanceof YamlScalar schema
        && schema.text().matches("[0-9]+")
        && !schema.text().equals("1")) {
      throw diagnostics.fatal(schema.location(), StudyFile.otherSchema(schema.text()));
    }
  }

  /** Reads the lists of entries of a study, and notes of which kinds some are wrong. */
  private record Entries(
      YamlMapping root,
      Registry registry,
      Path folder,
      Diagnostics diagnostics,
      Set<Component.Kind> incomplete) {

    /** What is not a list is left to the binder of the whole study. */
    List<Entry> required(String key, Component.Kind kind) {
      if (!(root.get(key) instanceof YamlSequence list)) {
        incomplete.add(kind);
        return List.of();
      }
      if (list.items().isEmpty()) {
        diagnostics.add(
            list.location(), "'%s' is an empty list: a study needs at least one".formatted(key));
        incomplete.add(kind);
      }
      return read(list.items(), kind);
    }

    List<Entry> read(List<YamlNode> nodes, Component.Kind kind) {
      int before = diagnostics.count();
      List<Entry> entries = new EntryReader(kind, registry, folder, diagnostics).read(nodes);
      if (diagnostics.count() > before || nodes.stream().anyMatch(Entries::isNull)) {
        incomplete.add(kind);
      }
      return entries;
    }

    private static boolean isNull(YamlNode node) {
      return node instanceof YamlScalar scalar && scalar.isNull();
    }
  }

  /**
   * Returns the folder of a study.
   *
   * @param file the study
   */
  public static Path folderOf(Path file) {
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
