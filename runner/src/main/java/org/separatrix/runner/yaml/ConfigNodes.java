package org.separatrix.runner.yaml;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;

/** Writes config records as YAML that binds to equal ones; the inverse of {@link RecordBinder}. */
public final class ConfigNodes {
  private static final Location NOWHERE = Location.of("the resolved study");

  private final Function<Path, String> fileNames;

  private ConfigNodes(Function<Path, String> fileNames) {
    this.fileNames = fileNames;
  }

  /**
   * Returns the keys and values of a record, defaults included, with files named in full.
   *
   * @param config the record
   */
  public static YamlMapping of(Record config) {
    return of(config, Path::toString);
  }

  /**
   * Returns the keys and values of a record, defaults included.
   *
   * @param config the record
   * @param fileNames gives the name of each file
   */
  public static YamlMapping of(Record config, Function<Path, String> fileNames) {
    return new ConfigNodes(fileNames).keys(config);
  }

  private YamlMapping keys(Record config) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (ConfigKey key : ConfigSchema.of(config.getClass()).keys()) {
      Object value = key.valueIn(config);
      if (value != null) {
        values.put(key.name(), node(value));
      }
    }
    return mapping(values);
  }

  /**
   * Returns a mapping.
   *
   * @param values values by key
   */
  public static YamlMapping mapping(Map<String, ? extends YamlNode> values) {
    Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new YamlMapping.Entry(NOWHERE, value)));
    return new YamlMapping(NOWHERE, entries);
  }

  /**
   * Returns a list.
   *
   * @param items the values
   */
  public static YamlSequence sequence(List<? extends YamlNode> items) {
    return new YamlSequence(NOWHERE, List.copyOf(items));
  }

  /**
   * Returns a value of any type that a component of a config record may have.
   *
   * @param value the value
   */
  public static YamlNode value(Object value) {
    return new ConfigNodes(Path::toString).node(value);
  }

  private YamlNode node(Object value) {
    if (value instanceof YamlNode node) {
      return node;
    }
    if (value instanceof Double number) {
      return YamlScalar.of(NOWHERE, YamlNumbers.text(number), true);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return YamlScalar.of(NOWHERE, value.toString(), true);
    }
    if (value instanceof String text) {
      return YamlScalar.of(NOWHERE, text, false);
    }
    if (value instanceof Path file) {
      return YamlScalar.of(NOWHERE, fileNames.apply(file), false);
    }
    if (value instanceof Enum<?> constant) {
      return YamlScalar.of(NOWHERE, ValueBinder.constantName(constant), false);
    }
    if (value instanceof StepSize step) {
      YamlNode factor = value(step.factor());
      boolean plain = step.unit() == StepSize.Unit.ONE;
      return plain ? factor : mapping(Map.of(step.unit().key(), factor));
    }
    return composite(value);
  }

  private YamlNode composite(Object value) {
    if (value instanceof Box box) {
      return box(box);
    }
    if (value instanceof Record config) {
      return keys(config);
    }
    if (value instanceof Map<?, ?> map) {
      // A map may have lost the order of the keys, but the text must be the same each time.
      Map<String, YamlNode> values = new TreeMap<>();
      map.forEach((key, item) -> values.put((String) key, node(item)));
      return mapping(values);
    }
    List<YamlNode> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(node(item)));
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(node(Array.get(value, i)));
      }
    }
    return sequence(items);
  }

  private static YamlSequence box(Box box) {
    double[] low = box.low();
    double[] high = box.high();
    List<YamlNode> intervals = new ArrayList<>();
    for (int k = 0; k < low.length; k++) {
      intervals.add(value(new double[] {low[k], high[k]}));
    }
    return sequence(intervals);
  }
}
