package org.separatrix.bench.peer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Method;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;

/**
 * A line that asks a peer for something: a verb, and keys with values.
 *
 * @param verb what to do: {@code time} or {@code ends}
 * @param values the values by key
 */
public record Request(String verb, Map<String, String> values) {
  /** Copies the map. */
  public Request {
    values = new LinkedHashMap<>(values);
  }

  /**
   * Returns a request for a task.
   *
   * @param verb what to do
   * @param task the task
   */
  public static Request of(String verb, Task task) {
    Method method = task.method();
    return new Request(verb, Map.of())
        .with("work", task.work().id())
        .with("own", method.name().toLowerCase(Locale.ROOT))
        .with("method", method.peerName())
        .with("goal", task.goal().id())
        .with("dimension", task.work().dimension())
        .with("lanes", task.work().lanes())
        .with("steps", task.steps())
        .with("interval", task.interval())
        .with("threads", task.threads())
        .with("alpha", method.step(task.alpha()))
        .with("beta", method.momentum())
        .with("bound", task.goal().bound());
  }

  /**
   * Reads a line.
   *
   * @param line the line
   */
  public static Request parse(String line) {
    String[] words = line.strip().split(" ", -1);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int sign = words[i].indexOf('=');
      values.put(words[i].substring(0, sign), words[i].substring(sign + 1));
    }
    return new Request(words[0], values);
  }

  /** Returns this request with one more value. */
  public Request with(String key, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(key, value.toString());
    return new Request(verb, more);
  }

  /** Returns the line. */
  public String line() {
    StringBuilder line = new StringBuilder(verb);
    values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
    return line.toString();
  }

  /** Returns the task. */
  public Task task() {
    return new Task(
        Work.valueOf(text("work").toUpperCase(Locale.ROOT)),
        Method.valueOf(text("own").toUpperCase(Locale.ROOT)),
        whole("interval"),
        whole("threads"),
        Goal.valueOf(text("goal").toUpperCase(Locale.ROOT)));
  }

  /** Returns a value as it stands. */
  public String text(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("no " + key + " in: " + line()));
  }

  /** Returns a value as it stands, if it is there. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns a whole number. */
  public int whole(String key) {
    return Integer.parseInt(text(key));
  }

  /** Returns a number. */
  public double number(String key) {
    return Double.parseDouble(text(key));
  }

  /** Returns the name of a file. */
  public Path path(String key) {
    return Path.of(text(key));
  }
}
