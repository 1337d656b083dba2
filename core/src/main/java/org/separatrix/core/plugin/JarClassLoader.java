package org.separatrix.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;

/**
 * Loads the classes of one plugin jar, and of the jars that its manifest's {@code Class-Path}
 * names.
 *
 * <p>Classes of the program come first, so that a plugin sees the same interfaces as the program.
 * Service files are those of the jar alone, so that the plugins it adds are not mixed up with those
 * of the program.
 */
final class JarClassLoader extends URLClassLoader {
  private static final String SERVICES = "META-INF/services/";

  /**
   * Creates a loader.
   *
   * @param name of the jar, which stack traces then show
   */
  JarClassLoader(String name, URL jar, ClassLoader parent) {
    super(name, new URL[] {jar}, parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
  }
}
