package org.separatrix.runner.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.BoundedProblem;
import org.separatrix.core.plugin.Failure;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.Certify;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.Location;
import org.separatrix.runner.yaml.RecordBinder;
import org.separatrix.runner.yaml.YamlScalar;

/** Makes what entries ask for, and reports at their places what the factories refuse. */
final class Workshop {
  private final Registry registry;
  private final ProblemFactory problems;
  private final Diagnostics diagnostics;
  private final boolean severalObjectives;

  /**
   * Opens the workshop.
   *
   * @param severalObjectives whether messages must say which objective they are about
   */
  Workshop(
      Registry registry,
      ProblemFactory problems,
      Diagnostics diagnostics,
      boolean severalObjectives) {
    this.severalObjectives = severalObjectives;
    this.registry = registry;
    this.problems = problems;
    this.diagnostics = diagnostics;
  }

  Optional<BoundedProblem> problem(Entry entry, long seed, Certify certify) {
    Optional<Objective> made = make(entry, "", () -> problems.objective(entry), Workshop::flaw);
    return made.flatMap(
        objective -> make(entry, "", () -> problems.create(objective, entry, seed, certify)));
  }

  Optional<Optimizer> optimizer(Entry entry, Problem problem) {
    Optional<Optimizer> made =
        make(
            entry,
            problem.name(),
            () -> registry.optimizer(entry.type()).factory().create(entry.config(), problem),
            Workshop::flaw);
    return made.map(method -> entry.precision().apply(method, problem.objective()));
  }

  Optional<StartDistribution> start(Entry entry, Problem problem, Path folder) {
    return make(
        entry,
        problem.name(),
        () -> registry.start(entry.type()).factory().create(entry.config(), problem, folder),
        Workshop::flaw);
  }

  Optional<Analyzer> analyzer(Entry entry) {
    return make(
        entry,
        "",
        () -> registry.analyzer(entry.type()).factory().create(entry.config()),
        // What it throws when it is asked for its predictions is told before anything runs.
        analyzer -> analyzer.predictions() == null ? "its predictions() returned null" : "");
  }

  /**
   * Makes a control.
   *
   * @param objectives what it is checked against, empty if some of the study's are not in order
   */
  Optional<Control> control(Entry entry, Optional<List<Problem>> objectives) {
    return make(
        entry,
        "",
        () -> {
          Control control = registry.control(entry.type()).factory().create(entry.config());
          objectives.ifPresent(control::check);
          return control;
        });
  }

  private static String flaw(Objective objective) {
    int dimension = objective.dimension();
    if (dimension < 1) {
      return "its dimension() returned %d".formatted(dimension);
    }
    return objective.landscape() == null ? "its landscape() returned null" : "";
  }

  private static String flaw(StartDistribution start) {
    OptionalLong count = start.count();
    if (count == null) {
      return "its count() returned null";
    }
    return count.orElse(1) < 1 ? "its count() returned %d".formatted(count.getAsLong()) : "";
  }

  private static String flaw(Optimizer method) {
    int least = Math.min(method.memory(), method.scalars());
    if (least < 0) {
      return "its memory() or scalars() returned %d".formatted(least);
    }
    if (method.linearization() == null) {
      return "its linearization() returned null";
    }
    return method.avoidanceTheorem() == null ? "its avoidanceTheorem() returned null" : "";
  }

  private <T> Optional<T> make(Entry entry, String objective, Supplier<T> factory) {
    return make(entry, objective, factory, made -> "");
  }

  /** Also looks for a flaw, empty if there is none, of what was made. */
  private <T> Optional<T> make(
      Entry entry, String objective, Supplier<T> factory, Function<T, String> flaw) {
    return PluginCode.call(
        () -> {
          T made = factory.get();
          String reason = made == null ? "its factory returned null" : flaw.apply(made);
          if (!reason.isEmpty()) {
            diagnostics.add(entry.source().location(), broken(entry, reason));
          }
          return Optional.ofNullable(made).filter(sound -> reason.isEmpty());
        },
        failure -> {
          report(entry, objective, failure);
          return Optional.empty();
        });
  }

  private void report(Entry entry, String objective, Failure failure) {
    if (failure.cause() instanceof FormulaException refused) {
      diagnostics.add(place(entry, refused), String.valueOf(refused.getMessage()));
    } else if (failure.cause() instanceof IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      diagnostics.add(RecordBinder.place(message, entry.source()), naming(objective, message));
    } else {
      diagnostics.add(entry.source().location(), broken(entry, failure.describe()));
    }
  }

  private String broken(Entry entry, String reason) {
    return "%s could not be made: %s.%nMaybe report this to the plugin's author."
        .formatted(registry.describe(entry.kind(), entry.type()), reason);
  }

  /** Says which objective a message is about, if there are several and it names none. */
  private String naming(String objective, String message) {
    if (!severalObjectives || objective.isEmpty() || message.contains(objective)) {
      return message;
    }
    List<String> lines = new ArrayList<>(message.lines().toList());
    lines.set(0, "for objective '" + objective + "', " + lines.get(0));
    return String.join(System.lineSeparator(), lines);
  }

  /** The place in the formula, if one key of the entry is the formula's text. */
  private static Location place(Entry entry, FormulaException refused) {
    List<YamlScalar> texts =
        ConfigSchema.of(entry.config().getClass()).keys().stream()
            .filter(key -> key.type() == String.class)
            .map(ConfigKey::name)
            .map(entry.source()::get)
            .filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .toList();
    return texts.size() == 1
        ? texts.get(0).locationOf(refused.column() - 1)
        : entry.source().location();
  }
}
