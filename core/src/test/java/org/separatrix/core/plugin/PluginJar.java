package org.separatrix.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** A jar with classes compiled from source, as a plugin author would build it. */
final class PluginJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();
  private String services = "";

  /** Adds a public class of the package {@code example}. */
  PluginJar with(String name, String body) {
    sources.put(
        name,
        """
        package example;
        import org.separatrix.api.objective.Formula;
        import org.separatrix.api.plugin.NoConfig;
        import org.separatrix.api.plugin.SeparatrixPlugin;
        public class %s %s
        """
            .formatted(name, body));
    return this;
  }

  /** Adds a plugin with one objective, which it lists in its services. */
  PluginJar withPlugin(String name, String id) {
    return with(
            name,
            """
            extends SeparatrixPlugin {
              @Override protected void contribute() {
                objective("%s", NoConfig.class, (config, formulas) ->
                    formulas.compile(Formula.of("x^2", "x")));
              }
            }
            """
                .formatted(id))
        .listing("example." + name);
  }

  /** Adds lines to the services. */
  PluginJar listing(String line) {
    services += line + "\n";
    return this;
  }

  /** Names a library beside the jar. */
  PluginJar needing(String library) {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, library);
    return this;
  }

  /** Compiles and packs; classes left out are missing from the jar. */
  Path write(Path jar, String... leftOut) {
    try {
      Path folder = Files.createTempDirectory(jar.getParent(), "classes");
      compile(folder);
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest);
          Stream<Path> classes = Files.walk(folder)) {
        for (Path path : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
          String name = folder.relativize(path).toString();
          if (!List.of(leftOut).contains(path.getFileName().toString().replace(".class", ""))) {
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(path));
          }
        }
        if (!services.isEmpty()) {
          out.putNextEntry(new JarEntry("META-INF/services/" + SeparatrixPlugin.class.getName()));
          out.write(services.getBytes(StandardCharsets.UTF_8));
        }
      }
      return jar;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void compile(Path folder) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    List<String> arguments =
        Stream.concat(
                Stream.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                files.stream().map(Path::toString))
            .toList();
    int exitCode = compiler.run(null, null, null, arguments.toArray(String[]::new));
    if (exitCode != 0) {
      throw new IllegalStateException("the compiler failed");
    }
  }

  private static String classPath() {
    return Objects.requireNonNull(System.getProperty("java.class.path"));
  }
}
