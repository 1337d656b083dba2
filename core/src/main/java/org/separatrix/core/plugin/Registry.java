package org.separatrix.core.plugin;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.AnalyzerFactory;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.ControlFactory;
import org.separatrix.api.plugin.ObjectiveFactory;
import org.separatrix.api.plugin.OptimizerFactory;
import org.separatrix.api.plugin.StartFactory;

/** The components of all plugins, by kind and id. Immutable. */
public final class Registry {
  private final Map<String, Component<ObjectiveFactory<Record>>> objectives;
  private final Map<String, Component<OptimizerFactory<Record>>> optimizers;
  private final Map<String, Component<StartFactory<Record>>> starts;
  private final Map<String, Component<AnalyzerFactory<Record>>> analyzers;
  private final Map<String, Component<ControlFactory<Record>>> controls;
  private final Map<Component.Kind, SortedMap<String, Component<?>>> components =
      new EnumMap<>(Component.Kind.class);
  private final Plugins plugins;

  @Inject
  Registry(
      Map<String, Component<ObjectiveFactory<Record>>> objectives,
      Map<String, Component<OptimizerFactory<Record>>> optimizers,
      Map<String, Component<StartFactory<Record>>> starts,
      Map<String, Component<AnalyzerFactory<Record>>> analyzers,
      Map<String, Component<ControlFactory<Record>>> controls,
      Plugins plugins) {
    this.objectives = objectives;
    this.optimizers = optimizers;
    this.starts = starts;
    this.analyzers = analyzers;
    this.controls = controls;
    this.plugins = plugins;
    components.put(Component.Kind.OBJECTIVE, new TreeMap<>(objectives));
    components.put(Component.Kind.OPTIMIZER, new TreeMap<>(optimizers));
    components.put(Component.Kind.START, new TreeMap<>(starts));
    components.put(Component.Kind.ANALYZER, new TreeMap<>(analyzers));
    components.put(Component.Kind.CONTROL, new TreeMap<>(controls));
  }

  /**
   * Returns an objective's component.
   *
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public Component<ObjectiveFactory<Record>> objective(String id) {
    return present(objectives.get(id), Component.Kind.OBJECTIVE, id);
  }

  /**
   * Returns an optimizer's component.
   *
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public Component<OptimizerFactory<Record>> optimizer(String id) {
    return present(optimizers.get(id), Component.Kind.OPTIMIZER, id);
  }

  /**
   * Returns the component of a distribution of starts.
   *
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public Component<StartFactory<Record>> start(String id) {
    return present(starts.get(id), Component.Kind.START, id);
  }

  /**
   * Returns an analyzer's component.
   *
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public Component<AnalyzerFactory<Record>> analyzer(String id) {
    return present(analyzers.get(id), Component.Kind.ANALYZER, id);
  }

  /**
   * Returns a control's component.
   *
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public Component<ControlFactory<Record>> control(String id) {
    return present(controls.get(id), Component.Kind.CONTROL, id);
  }

  /**
   * Returns a component of any kind, if it is there.
   *
   * @param kind the kind
   * @param id its id
   */
  public Optional<Component<?>> find(Component.Kind kind, String id) {
    return Optional.ofNullable(ofKind(kind).get(id));
  }

  /**
   * Returns the ids of a kind, sorted.
   *
   * @param kind the kind
   */
  public List<String> ids(Component.Kind kind) {
    return List.copyOf(ofKind(kind).keySet());
  }

  /**
   * Returns the components of a kind, sorted by id.
   *
   * @param kind the kind
   */
  public Collection<Component<?>> components(Component.Kind kind) {
    return Collections.unmodifiableCollection(ofKind(kind).values());
  }

  /**
   * Returns the jar or folder that a component comes from.
   *
   * @param component a component of this registry
   */
  public String origin(Component<?> component) {
    return plugins.working().stream()
        .filter(loaded -> loaded.components().contains(component))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(component.id() + " is of no plugin"))
        .origin();
  }

  /**
   * Names a component with its plugin, for messages.
   *
   * @param kind its kind
   * @param id its id
   * @throws IllegalArgumentException if there is none
   */
  public String describe(Component.Kind kind, String id) {
    Component<?> component = present(ofKind(kind).get(id), kind, id);
    return "%s '%s' of %s in %s".formatted(kind, id, component.plugin(), origin(component));
  }

  /** Returns the plugins. */
  public Plugins plugins() {
    return plugins;
  }

  private SortedMap<String, Component<?>> ofKind(Component.Kind kind) {
    return components.getOrDefault(kind, Collections.emptySortedMap());
  }

  private static <F> Component<F> present(
      @Nullable Component<F> component, Component.Kind kind, String id) {
    if (component == null) {
      throw new IllegalArgumentException("no %s '%s'".formatted(kind, id));
    }
    return component;
  }
}
