package org.separatrix.runner;

import static java.io.File.pathSeparator;
import static java.lang.System.getProperty;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin compiled from source and packed, as its author would do it. */
public final class PluginJar {
  /** The entry that names a plugin's class. */
  public static final String SERVICES =
      "META-INF/services/org.separatrix.api.plugin.SeparatrixPlugin";

  private PluginJar() {}

  /**
   * Makes a jar.
   *
   * @param jar where it is written, with the classes in a folder beside it
   * @param plugin name of the plugin's class, which the jar lists as its provider
   * @param source of the file with that class
   */
  public static void write(Path jar, String plugin, String source) throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    Path file = classes.resolve(plugin.replaceFirst(".*\\.", "") + ".java");
    Files.writeString(file, source);
    compile(List.of(file), classes);
    Map<String, byte[]> entries = classes(classes);
    entries.put(SERVICES, (plugin + "\n").getBytes(UTF_8));
    pack(jar, entries);
  }

  /**
   * Compiles source files.
   *
   * @param sources the files
   * @param classes folder of the classes, on the class path too
   */
  public static void compile(List<Path> sources, Path classes) {
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    arguments.addAll(List.of("-cp", classes + pathSeparator + getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(compiled).isZero();
  }

  /** Returns the class files in a folder, by the names of their entries. */
  public static Map<String, byte[]> classes(Path folder) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        entries.put(folder.relativize(each).toString(), Files.readAllBytes(each));
      }
    }
    return entries;
  }

  /** Packs entries, whatever their names. */
  public static void pack(Path jar, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        archive.putNextEntry(new JarEntry(entry.getKey()));
        archive.write(entry.getValue());
      }
    }
  }
}
