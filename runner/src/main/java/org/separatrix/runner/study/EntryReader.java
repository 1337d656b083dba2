package org.separatrix.runner.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.Registry;
import org.separatrix.core.precision.Precision;
import org.separatrix.runner.input.InputFile;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.Location;
import org.separatrix.runner.yaml.RecordBinder;
import org.separatrix.runner.yaml.Suggestions;
import org.separatrix.runner.yaml.Sweep;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlScalar;

/** Reads the entries of one kind: expands sweeps, binds configurations and gives names. */
public final class EntryReader {
  private static final int MOST_COMBINATIONS = 100_000;
  private static final int MOST_LISTED = 12;
  private static final List<String> EVERY_KIND = List.of("type", "name");
  private static final List<String> OPTIMIZER = List.of("type", "name", Entry.PRECISION);
  private static final List<String> OBJECTIVE = List.of("type", "name", "domain", "lipschitz");

  private final Component.Kind kind;
  private final Registry registry;
  private final Diagnostics diagnostics;
  private final RecordBinder binder;
  private final Map<String, Entry> bySlug = new HashMap<>();
  private final Map<Path, Optional<InputFile>> inputs = new HashMap<>();

  /**
   * Creates a reader.
   *
   * @param kind what the entries are
   * @param registry the components that they may name
   * @param folder where relative file names start
   * @param diagnostics receives what is wrong
   */
  public EntryReader(Component.Kind kind, Registry registry, Path folder, Diagnostics diagnostics) {
    this.kind = kind;
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.binder = new RecordBinder(diagnostics, folder);
  }

  /**
   * Returns the entries that are in order; the others have been reported.
   *
   * @param nodes one entry each
   */
  public List<Entry> read(List<YamlNode> nodes) {
    List<Entry> entries = new ArrayList<>();
    for (YamlNode node : nodes) {
      YamlMapping mapping = mapping(node);
      Component<?> component = mapping == null ? null : component(mapping);
      if (mapping != null && component != null) {
        entries.addAll(entries(mapping, component));
      }
    }
    return entries;
  }

  /** An entry without keys may be written as its id alone. */
  private @Nullable YamlMapping mapping(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping;
    }
    if (node instanceof YamlScalar scalar) {
      // What is null is left to the binder of the whole study.
      return scalar.isNull()
          ? null
          : new YamlMapping(
              node.location(), Map.of("type", new YamlMapping.Entry(node.location(), scalar)));
    }
    diagnostics.add(
        node.location(),
        "expected an entry such as {type: %s}, but got %s"
            .formatted(registry.ids(kind).stream().findFirst().orElse("id"), node.describe()));
    return null;
  }

  private @Nullable Component<?> component(YamlMapping mapping) {
    YamlNode type = mapping.get("type");
    List<String> ids = registry.ids(kind);
    if (type == null) {
      diagnostics.add(
          mapping.location(), "missing key 'type': which %s?%s".formatted(kind, wayOut(ids, true)));
      return null;
    }
    if (!(type instanceof YamlScalar scalar)) {
      diagnostics.add(
          type.location(),
          "expected the id of one %s, but got %s.%nMaybe write an entry for each."
              .formatted(kind, type.describe()));
      return null;
    }
    Optional<Component<?>> component = registry.find(kind, scalar.text());
    if (component.isEmpty()) {
      String meant = Suggestions.didYouMean(scalar.text(), ids);
      diagnostics.add(
          type.location(),
          "unknown %s '%s'.%s%s"
              .formatted(kind, scalar.text(), meant, wayOut(ids, !meant.isEmpty())));
    }
    return component.orElse(null);
  }

  /** Says what there is, or where to look for it. */
  private static String wayOut(List<String> ids, boolean isMisspelt) {
    boolean isShort = ids.size() <= MOST_LISTED;
    List<String> ways = new ArrayList<>();
    if (!isShort) {
      ways.add("run separatrix plugins list");
    }
    if (!isMisspelt) {
      ways.add("name the folder of the plugin that adds it with --plugins");
    }
    return (isShort ? " Known: " + String.join(", ", ids) + "." : "")
        + (ways.isEmpty() ? "" : "%nMaybe ".formatted() + String.join(", or ", ways) + ".");
  }

  private List<Entry> entries(YamlMapping mapping, Component<?> component) {
    EntryKeys keys = keys(mapping, component);
    List<Entry> entries = new ArrayList<>();
    for (Sweep.Variant variant :
        new Sweep(diagnostics, MOST_COMBINATIONS).expand(mapping, component.config())) {
      Record config =
          binder.bind(variant.node(), component.config(), owner(component), sharedKeys(kind));
      if (config != null && keys != null) {
        entries.add(entry(component, config, keys, variant));
      }
    }
    entries.removeIf(this::isRepeated);
    return entries;
  }

  /**
   * Returns the keys that every entry of a kind may have.
   *
   * @param kind the kind
   */
  public static List<String> sharedKeys(Component.Kind kind) {
    return switch (kind) {
      case OBJECTIVE -> OBJECTIVE;
      case OPTIMIZER -> OPTIMIZER;
      case START, ANALYZER, CONTROL -> EVERY_KIND;
    };
  }

  private Entry entry(
      Component<?> component, Record config, EntryKeys keys, Sweep.Variant variant) {
    String name = EntryName.of(component.id(), keys.name(), variant, component.config());
    Precision precision = keys.precision() == null ? Precision.FLOAT64 : keys.precision();
    if (keys.name() == null && precision != Precision.FLOAT64) {
      name += " float32";
    }
    return new Entry(
        component.kind(),
        component.id(),
        name,
        config,
        Optional.ofNullable(keys.domain()),
        keys.lipschitz() == null ? OptionalDouble.empty() : OptionalDouble.of(keys.lipschitz()),
        precision,
        inputs(config),
        variant.node());
  }

  /** What cannot be read is left to whoever needs it. */
  private List<InputFile> inputs(Record config) {
    List<InputFile> files = new ArrayList<>();
    ConfigNodes.of(
        config,
        file -> {
          inputs.computeIfAbsent(file, InputFile::read).ifPresent(files::add);
          return file.toString();
        });
    return files;
  }

  /** The keys that a config record declares itself are left to it. */
  private @Nullable EntryKeys keys(YamlMapping mapping, Component<?> component) {
    List<String> own = ConfigSchema.of(component.config()).names();
    List<String> shared = sharedKeys(kind);
    Map<String, YamlMapping.Entry> given = new LinkedHashMap<>(mapping.entries());
    given.keySet().removeIf(key -> !shared.contains(key) || own.contains(key));
    given.remove("type");
    YamlMapping keys = new YamlMapping(mapping.location(), given);
    return binder.bind(keys, EntryKeys.class, owner(component), List.of());
  }

  private String owner(Component<?> component) {
    return "%s '%s'".formatted(kind, component.id());
  }

  /**
   * Reports an entry whose name is taken, and tells whether to leave it out: what the same lists
   * give twice would only repeat what is wrong with it, while another entry has mistakes of its
   * own.
   */
  private boolean isRepeated(Entry entry) {
    Entry first = bySlug.putIfAbsent(entry.slug(), entry);
    if (first == null) {
      return false;
    }
    Location here = entry.source().location();
    Location there = first.source().location();
    diagnostics.add(
        here,
        here.equals(there)
            ? "the lists in this entry give '%s' twice".formatted(entry.name())
            : "a second %s named '%s': the first is at %d:%d.%nMaybe give one of them another 'name'."
                .formatted(kind, entry.name(), there.line(), there.column()));
    return here.equals(there);
  }
}
