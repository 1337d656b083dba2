package org.separatrix.runner.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.plan.Planner;

/** A study in which the example of a component's documentation stands among others that fit it. */
public final class ExampleStudy {
  private static final String FILE = "example.yaml";

  private final Component<?> component;

  /**
   * Creates the study.
   *
   * @param component the component
   */
  public ExampleStudy(Component<?> component) {
    this.component = component;
  }

  /**
   * Plans it.
   *
   * @param planner makes plans
   * @param assignments values that replace those of the study
   * @throws org.separatrix.runner.yaml.InvalidStudyException if the example is not in order
   */
  public Plan plan(Planner planner, String... assignments) {
    try {
      Path folder = Files.createTempDirectory("separatrix");
      Path file = folder.resolve(FILE);
      try {
        Files.writeString(file, text());
        return planner.plan(file, List.of(assignments));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the temporary folder cannot be written", unwritable);
    }
  }

  /** Returns a message of the planner without the temporary file's name. */
  static String withoutFile(String message) {
    return message.replaceAll("\\S*" + FILE + "(:[0-9]+:[0-9]+)?: ", "");
  }

  private String text() {
    return """
        schema: 1
        objectives: [%s]
        optimizers: [%s]
        starts: [%s]
        runs: 10
        analyze: [%s]
        controls: [%s]
        """
        .formatted(
            entry(Component.Kind.OBJECTIVE, "{type: lee-2016}"),
            entry(Component.Kind.OPTIMIZER, "{type: gradient-descent, step: 0.01}"),
            entry(Component.Kind.START, "{type: uniform-box}"),
            entry(Component.Kind.ANALYZER, "saddle-avoidance"),
            entry(Component.Kind.CONTROL, "start-on-stable-manifold"));
  }

  private String entry(Component.Kind kind, String otherwise) {
    if (component.kind() != kind) {
      return otherwise;
    }
    Doc doc = component.config().getAnnotation(Doc.class);
    return doc == null || doc.example().isEmpty()
        ? "{type: " + component.id() + "}"
        : doc.example().strip();
  }
}
