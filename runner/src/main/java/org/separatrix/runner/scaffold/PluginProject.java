package org.separatrix.runner.scaffold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.separatrix.api.plugin.SeparatrixPlugin;

/**
 * A small Maven project of a plugin that adds one component, with its contract as a test.
 *
 * @param kind what it adds
 * @param id the {@code type:} in YAML: lower-case words joined by hyphens
 * @param packageName name of its Java package
 */
public record PluginProject(ScaffoldKind kind, String id, String packageName) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

  private static final Pattern IMPORT = Pattern.compile("import [\\w.]+\\.(\\w+);");

  /** Checks the names. */
  public PluginProject {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "NAME is '%s': an id is lower-case words joined by hyphens, such as my-method"
              .formatted(id));
    }
    if (!PACKAGE.matcher(packageName).matches() || hasReservedWord(packageName)) {
      throw new IllegalArgumentException(
          "--package is '%s': a package is lower-case words joined by dots, such as org.example"
              .formatted(packageName));
    }
    if (isTaken(kind, className(id))) {
      throw new IllegalArgumentException(
          ("NAME is '%s': its class %s would have the name of one that it uses, or that Java has.%n"
                  + "Maybe choose another, such as my-%s.")
              .formatted(id, className(id), id));
    }
  }

  /** A class hides those of its name that are imported or belong to the language. */
  private static boolean isTaken(ScaffoldKind kind, String name) {
    String sources =
        Template.read(kind.label() + ".java")
            + Template.read(kind.label() + "Test.java")
            + Template.read("Plugin.java");
    List<String> own = List.of(name, name + "Plugin", name + "Test");
    return name.equals("Config") // is in the class
        || IMPORT.matcher(sources).results().anyMatch(each -> own.contains(each.group(1)))
        || own.stream().anyMatch(PluginProject::isOfTheLanguage);
  }

  private static boolean isOfTheLanguage(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException free) {
      return false;
    }
  }

  /** Returns the text of each file by its path in the project, with slashes. */
  public Map<String, String> files() {
    String folder = "/java/" + packageName.replace('.', '/') + "/" + className();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", fill("pom.xml"));
    files.put("README.md", fill("README.md"));
    files.put("src/main" + folder + ".java", fill(kind.label() + ".java"));
    files.put("src/main" + folder + "Plugin.java", fill("Plugin.java"));
    files.put(
        "src/main/resources/META-INF/services/" + SeparatrixPlugin.class.getName(),
        "%s.%sPlugin\n".formatted(packageName, className()));
    files.put("src/test" + folder + "Test.java", fill(kind.label() + "Test.java"));
    files.put("study.yaml", fill("study.yaml"));
    return files;
  }

  private String fill(String template) {
    String text =
        Template.read(template)
            .replace("__kind__", kind.label())
            .replace("__id__", id)
            .replace("__Name__", className())
            .replace("__package__", packageName);
    for (ScaffoldKind each : ScaffoldKind.values()) {
      text =
          text.replace(
              each.placeholder(), each == kind ? each.ownEntry(id) : each.companionEntry());
    }
    return text;
  }

  private String className() {
    return className(id);
  }

  private static String className(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  private static boolean hasReservedWord(String packageName) {
    for (String word : packageName.split("\\.", -1)) {
      if (SourceVersion.isKeyword(word)) {
        return true;
      }
    }
    return false;
  }
}
