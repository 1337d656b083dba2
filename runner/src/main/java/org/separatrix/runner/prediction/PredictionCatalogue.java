package org.separatrix.runner.prediction;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.study.EntryReader;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.Location;
import org.separatrix.runner.yaml.YamlReader;

/** Every prediction, with the analyzer that answers it. */
public final class PredictionCatalogue {
  private final Registry registry;

  /**
   * Creates the catalogue.
   *
   * @param registry holds the analyzers
   */
  @Inject
  public PredictionCatalogue(Registry registry) {
    this.registry = registry;
  }

  /**
   * A prediction.
   *
   * @param prediction what is said
   * @param analyzer id of the analyzer that answers it
   */
  public record Item(Prediction prediction, String analyzer) {}

  /**
   * Returns all predictions, in the order of the analyzers' ids.
   *
   * @throws org.separatrix.runner.yaml.InvalidStudyException if an analyzer cannot be made without
   *     keys
   */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (String analyzer : registry.ids(Component.Kind.ANALYZER)) {
      items.addAll(items(analyzer));
    }
    return items;
  }

  /** Returns the predictions of the analyzers that work, whatever is wrong with others. */
  public List<Item> known() {
    List<Item> items = new ArrayList<>();
    for (String analyzer : registry.ids(Component.Kind.ANALYZER)) {
      // One that throws has none: it is made without the keys of its study, which it may need.
      items.addAll(PluginCode.call(() -> items(analyzer), failure -> List.<Item>of()));
    }
    return items;
  }

  /**
   * Finds a prediction.
   *
   * @param id its id
   */
  public Optional<Item> find(String id) {
    return items().stream().filter(item -> item.prediction().id().equals(id)).findFirst();
  }

  private List<Item> items(String analyzer) {
    Record keys = defaults(analyzer);
    List<Prediction> predictions =
        PluginCode.call(
            () -> registry.analyzer(analyzer).factory().create(keys).predictions(),
            failure -> {
              throw new Diagnostics()
                  .fatal(
                      Location.of(registry.describe(Component.Kind.ANALYZER, analyzer)),
                      "cannot say what it predicts: " + failure.describe());
            });
    return predictions.stream().map(prediction -> new Item(prediction, analyzer)).toList();
  }

  private Record defaults(String analyzer) {
    Diagnostics diagnostics = new Diagnostics();
    Location place = Location.of("analyzer '" + analyzer + "'");
    List<Entry> entries =
        new EntryReader(Component.Kind.ANALYZER, registry, Path.of(""), diagnostics)
            .read(List.of(YamlReader.value(analyzer, place, diagnostics)));
    diagnostics.throwIfAny();
    return entries.get(0).config();
  }
}
