package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin compiled from source and packed, as its author would do it. */
public final class PluginJar {
  private PluginJar() {}

  /**
   * Makes a jar.
   *
   * @param jar where it is written
   * @param plugin name of the plugin's class, which the jar lists as its provider
   * @param source of the file with that class
   */
  public static void write(Path jar, String plugin, String source) throws IOException {
    Path classes = Files.createTempDirectory("classes");
    Path file = classes.resolve(plugin.replaceFirst(".*\\.", "") + ".java");
    Files.writeString(file, source);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "-proc:none", file.toString());
    assertThat(compiled).isZero();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        archive.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, archive);
      }
      archive.putNextEntry(
          new JarEntry("META-INF/services/org.separatrix.api.plugin.SeparatrixPlugin"));
      archive.write((plugin + "\n").getBytes(UTF_8));
    }
  }
}
