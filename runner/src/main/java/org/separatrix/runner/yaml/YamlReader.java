package org.separatrix.runner.yaml;

import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a strict subset of YAML into a tree in which every key and value has its place.
 *
 * <p>One document with a mapping at its root. Duplicate keys, anchors, aliases, merge keys and tags
 * are errors. What a plain scalar means is left to whoever knows what is expected there.
 */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads a file.
   *
   * @param file the file; messages name it as it is given
   * @param diagnostics receives what is wrong
   * @throws InvalidStudyException if there is nothing to go on with
   */
  public static YamlMapping read(Path file, Diagnostics diagnostics) {
    Location whole = Location.of(file.toString());
    String text = new StudyText(whole, diagnostics).read(file);
    Optional<YamlNode> root = parse(text, new YamlTree(whole, true, diagnostics), diagnostics);
    if (root.isEmpty()) {
      throw diagnostics.fatal(whole, "the file is empty");
    }
    if (root.get() instanceof YamlMapping mapping) {
      return mapping;
    }
    throw diagnostics.fatal(
        root.get().location(),
        "expected keys such as 'schema: 1', but got " + root.get().describe());
  }

  /**
   * Reads a single value.
   *
   * @param text the value in YAML
   * @param location the place that messages about it name
   * @param diagnostics receives what is wrong
   * @throws InvalidStudyException if the text is not YAML
   */
  public static YamlNode value(String text, Location location, Diagnostics diagnostics) {
    return parse(text, new YamlTree(location, false, diagnostics), diagnostics)
        .orElseGet(() -> YamlScalar.of(location, "", true));
  }

  private static Optional<YamlNode> parse(String text, YamlTree tree, Diagnostics diagnostics) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(Integer.MAX_VALUE);
    try {
      return tree.build(new ParserImpl(new StreamReader(text), limits));
    } catch (MarkedYAMLException syntax) {
      throw diagnostics.fatal(tree.locate(syntax.getProblemMark()), explain(syntax));
    }
  }

  private static String explain(MarkedYAMLException syntax) {
    String problem = plain(syntax.getProblem());
    if (problem.contains("\\t(TAB)")) {
      return "a tab cannot stand here.%nMaybe indent with spaces.".formatted();
    }
    if (problem.equals("mapping values are not allowed here")) {
      return ("not valid YAML: a key with ':' is not allowed here.%nMaybe put text with a colon in"
              + " quotes, or check the indentation.")
          .formatted();
    }
    Mark start = syntax.getContextMark();
    String context = syntax.getContext() == null ? "" : " " + plain(syntax.getContext());
    boolean elsewhere = start != null && start.getIndex() != syntax.getProblemMark().getIndex();
    String since =
        elsewhere
            ? " that starts at %d:%d".formatted(start.getLine() + 1, start.getColumn() + 1)
            : "";
    return "not valid YAML%s%s: %s".formatted(context, since, problem);
  }

  private static String plain(String text) {
    return text.replace("'<document start>'", "the start of a document")
        .replace("<document start>", "the start of a document")
        .replace("<stream end>", "the end of the file")
        .replace("<block end>", "the end of the block")
        .replace("'<block mapping start>'", "a key")
        .replace("'<block sequence start>'", "a list")
        .replace("'<scalar>'", "a text")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceAll("\\.$", "");
  }
}
