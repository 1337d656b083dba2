package org.separatrix.runner.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds a tree from the events of a YAML parser. */
final class YamlTree {
  private static final int MOST_LEVELS = 50;

  private final Location source;
  private final boolean located;
  private final Diagnostics diagnostics;

  /**
   * Creates a builder.
   *
   * @param source the file
   * @param located whether messages name lines and columns, or the source alone
   * @param diagnostics receives what is wrong
   */
  YamlTree(Location source, boolean located, Diagnostics diagnostics) {
    this.source = source;
    this.located = located;
    this.diagnostics = diagnostics;
  }

  /** Returns the root of the only document, or nothing if there is none. */
  Optional<YamlNode> build(Parser parser) {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return Optional.empty();
    }
    parser.getEvent();
    YamlNode root = node(parser, 1);
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw diagnostics.fatal(
          locate(parser.peekEvent().getStartMark()),
          "a second document starts here: a study is a single one");
    }
    return Optional.of(root);
  }

  Location locate(@Nullable Mark mark) {
    return located && mark != null
        ? new Location(source.source(), mark.getLine() + 1, mark.getColumn() + 1)
        : source;
  }

  private YamlNode node(Parser parser, int level) {
    Event event = parser.getEvent();
    Location location = locate(event.getStartMark());
    if (level > MOST_LEVELS) {
      throw diagnostics.fatal(location, "nested more than " + MOST_LEVELS + " levels deep");
    }
    rejectAnchor(event, location);
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, location);
    }
    rejectTag(((CollectionStartEvent) event).getTag(), location);
    return event instanceof MappingStartEvent
        ? mapping(parser, location, level)
        : sequence(parser, location, level);
  }

  private YamlScalar scalar(ScalarEvent event, Location location) {
    rejectTag(event.getTag(), location);
    Mark start = event.getStartMark();
    Mark end = event.getEndMark();
    int quotes = event.isPlain() ? 0 : 2;
    String text = event.getValue();
    boolean verbatim =
        start.getLine() == end.getLine()
            && end.getColumn() - start.getColumn()
                == quotes + text.codePointCount(0, text.length());
    return new YamlScalar(location, text, event.isPlain(), verbatim ? quotes / 2 : -1);
  }

  private YamlSequence sequence(Parser parser, Location location, int level) {
    List<YamlNode> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(parser, level + 1));
    }
    parser.getEvent();
    return new YamlSequence(location, items);
  }

  private YamlMapping mapping(Parser parser, Location location, int level) {
    Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      YamlNode key = node(parser, level + 1);
      YamlNode value = node(parser, level + 1);
      if (!(key instanceof YamlScalar scalar)) {
        diagnostics.add(key.location(), "a key must be a word, but this is " + key.describe());
      } else if (scalar.text().equals("<<") && scalar.plain()) {
        throw diagnostics.fatal(
            key.location(),
            "merge keys '<<' are not supported.%nMaybe write the keys out.".formatted());
      } else {
        YamlMapping.Entry first =
            entries.putIfAbsent(scalar.text(), new YamlMapping.Entry(key.location(), value));
        if (first != null) {
          diagnostics.add(key.location(), duplicate(scalar.text(), first.keyLocation()));
        }
      }
    }
    parser.getEvent();
    return new YamlMapping(location, entries);
  }

  private static String duplicate(String key, Location first) {
    return first.line() == 0
        ? "duplicate key '%s'".formatted(key)
        : "duplicate key '%s': it stands at %d:%d already"
            .formatted(key, first.line(), first.column());
  }

  /** An alias may stand for a tree that doubles at every level, so none is followed. */
  private void rejectAnchor(Event event, Location location) {
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      String sign = event instanceof AliasEvent ? "*" : "&";
      throw diagnostics.fatal(
          location,
          "anchors and aliases such as '%s%s' are not supported.%nMaybe write the value out."
              .formatted(sign, anchor));
    }
  }

  private void rejectTag(@Nullable String tag, Location location) {
    if (tag != null) {
      String shown = tag.replace("tag:yaml.org,2002:", "!!");
      diagnostics.add(location, "tags such as '%s' are not supported".formatted(shown));
    }
  }
}
