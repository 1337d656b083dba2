package org.separatrix.runner.yaml;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes config records from YAML, and reports everything that does not fit at its place.
 *
 * <p>What a record's constructor refuses is reported at the key that its message begins with.
 */
public final class RecordBinder {
  private final Diagnostics diagnostics;
  private final Path folder;
  private final ValueBinder values;

  /**
   * Creates a binder.
   *
   * @param diagnostics receives what is wrong
   * @param folder where relative file names start
   */
  public RecordBinder(Diagnostics diagnostics, Path folder) {
    this.diagnostics = diagnostics;
    this.folder = folder;
    this.values = new ValueBinder(this, diagnostics, folder);
  }

  /**
   * What could be made.
   *
   * @param <R> the record
   * @param record with defaults or examples for what is missing or wrong, which has been reported;
   *     null if these do not make one
   * @param replaced the keys that have such values
   */
  public record Attempt<R extends Record>(@Nullable R record, Set<String> replaced) {
    /** Copies the keys. */
    public Attempt {
      replaced = Set.copyOf(replaced);
    }
  }

  /**
   * Makes a record.
   *
   * @param <R> the record
   * @param node the keys and values
   * @param type the record's class
   * @param owner what the keys are for, such as {@code optimizer 'heavy-ball'}
   * @param others keys that may stand there too and are read by someone else
   * @return the record, or null if something is wrong, which has been reported
   */
  public <R extends Record> @Nullable R bind(
      YamlMapping node, Class<R> type, String owner, List<String> others) {
    RecordDraft<R> draft = draft(node, type, owner, others);
    R made = draft.construct();
    return draft.isFaultless() ? made : null;
  }

  /**
   * Makes a record as far as possible, so that more mistakes are found with it.
   *
   * @param <R> the record
   * @param node the keys and values
   * @param type the record's class
   * @param owner what the keys are for
   */
  public <R extends Record> Attempt<R> attempt(YamlMapping node, Class<R> type, String owner) {
    RecordDraft<R> draft = draft(node, type, owner, List.of());
    R made = draft.construct();
    return new Attempt<>(made, draft.replaced());
  }

  private <R extends Record> RecordDraft<R> draft(
      YamlMapping node, Class<R> type, String owner, List<String> others) {
    List<String> known = new ArrayList<>(ConfigSchema.of(type).names());
    others.stream().filter(other -> !known.contains(other)).forEach(known::add);
    RecordDraft<R> draft = new RecordDraft<>(node, type, owner, diagnostics, folder);
    draft.bind(values, known);
    return draft;
  }

  @Nullable Object value(YamlNode node, Type type, String what) {
    return values.bind(node, type, what);
  }

  /**
   * Returns the place that a message is about: that of the key which it begins with, or that of the
   * whole mapping.
   *
   * @param message such as {@code momentum is 1.2: it must lie in [0, 1)}
   * @param node keys and values
   */
  public static Location place(String message, YamlMapping node) {
    return RecordDraft.place(message, node);
  }
}
