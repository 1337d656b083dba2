package org.separatrix.core.plugin;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.SeparatrixPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins with {@link ServiceLoader}: on the class path, and in each jar of a folder.
 *
 * <p>Each jar has a class loader of its own, so that two plugins may use different versions of a
 * library. A plugin that needs libraries contains them or names their jars in its manifest's {@code
 * Class-Path}.
 *
 * <p>Providers are loaded one by one: one that does not work is reported by name and leaves the
 * others alone.
 */
public final class PluginLoader {
  private static final Logger logger = LoggerFactory.getLogger(PluginLoader.class);

  private static final String SERVICES = "META-INF/services/" + SeparatrixPlugin.class.getName();

  /** A service loader may report one failure for ever; nobody has so many broken plugins. */
  private static final int MOST_BROKEN = 100;

  private final List<LoadedPlugin> working = new ArrayList<>();
  private final List<BrokenPlugin> broken = new ArrayList<>();

  private PluginLoader() {}

  /**
   * Loads the plugins of the class path.
   *
   * @param program class loader of the program
   * @throws PluginException if two plugins add a component of one kind under one id
   */
  public static Plugins load(ClassLoader program) {
    PluginLoader loader = new PluginLoader();
    loader.loadFrom(program, "the class path");
    return new Plugins(loader.working, loader.broken);
  }

  /**
   * Loads the plugins of the class path and of the jars in a folder, in the order of their names.
   *
   * @param program class loader of the program
   * @param folder holds the jars
   * @throws PluginException if the folder cannot be read, or if two plugins add a component of one
   *     kind under one id
   */
  public static Plugins load(ClassLoader program, Path folder) {
    PluginLoader loader = new PluginLoader();
    loader.loadFrom(program, "the class path");
    List<Path> jars = jars(folder);
    Set<Path> libraries = jars.stream().flatMap(PluginLoader::libraries).collect(toSet());
    for (Path jar : jars) {
      loader.loadJar(jar, libraries.contains(jar), program);
    }
    return new Plugins(loader.working, loader.broken);
  }

  /**
   * Loads the plugins of the class path and of one jar.
   *
   * @param program class loader of the program
   * @param jar the jar
   * @throws PluginException if two plugins add a component of one kind under one id
   */
  public static Plugins loadJar(ClassLoader program, Path jar) {
    PluginLoader loader = new PluginLoader();
    loader.loadFrom(program, "the class path");
    loader.loadJar(jar, false, program);
    return new Plugins(loader.working, loader.broken);
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PluginException(
          folder + (Files.exists(folder) ? " is not a folder" : ": no such folder of plugins"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new PluginException(folder + ": cannot be read: " + unreadable.getMessage());
    }
  }

  /** The jars that a jar's manifest names, of which a plugin's libraries are. */
  private static Stream<Path> libraries(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null
          ? Stream.empty()
          : Stream.of(names.strip().split(" +")).map(jar::resolveSibling);
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private void loadJar(Path jar, boolean isLibrary, ClassLoader program) {
    // A class loader would pass over a file that is not a jar without a word.
    try (JarFile file = new JarFile(jar.toFile())) {
      Optional<String> problem = JarInspection.problem(file);
      if (problem.isPresent()) {
        reject(jar.toString(), problem.get());
        return;
      }
      if (file.getEntry(SERVICES) == null) {
        if (isLibrary) {
          logger.info("{} has no plugin; it is a library of one", jar);
        } else {
          reject(
              jar.toString(),
              "it has no file %s, which names the plugin's class".formatted(SERVICES));
        }
        return;
      }
    } catch (IOException unreadable) {
      reject(jar.toString(), "not a readable jar: " + unreadable.getMessage());
      return;
    }
    try {
      loadFrom(new JarClassLoader(jar.toString(), jar.toUri().toURL(), program), jar.toString());
    } catch (MalformedURLException impossible) {
      reject(jar.toString(), describe(impossible));
    }
  }

  private void loadFrom(ClassLoader loader, String place) {
    Iterator<ServiceLoader.Provider<SeparatrixPlugin>> providers =
        ServiceLoader.load(SeparatrixPlugin.class, loader).stream().iterator();
    int failures = 0;
    int found = 0;
    while (failures < MOST_BROKEN) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        accept(providers.next(), loader, place);
        found++;
      } catch (ServiceConfigurationError | LinkageError failure) {
        reject(place, describe(failure));
        failures++;
      }
    }
    if (found + failures == 0 && loader instanceof JarClassLoader) {
      reject(place, "its file %s names no class".formatted(SERVICES));
    }
  }

  private void accept(
      ServiceLoader.Provider<SeparatrixPlugin> provider, ClassLoader loader, String place) {
    Class<?> type = provider.type();
    String origin = loader instanceof JarClassLoader ? place : origin(type, place);
    if (loader instanceof JarClassLoader && type.getClassLoader() != loader) {
      logger.info("{} in {} is on the class path already", type.getName(), origin);
      return;
    }
    PluginCode.run(
        () -> {
          LoadedPlugin plugin = new LoadedPlugin(provider.get(), origin);
          logger.info("{} from {} adds {}", plugin.name(), origin, ids(plugin));
          working.add(plugin);
        },
        failure -> reject(origin, problem(type, failure.cause())));
  }

  private static String problem(Class<?> type, Throwable failure) {
    return failure instanceof ServiceConfigurationError
        ? describe(failure)
        : type.getName() + " declares its components: " + describe(failure);
  }

  private void reject(String origin, String problem) {
    BrokenPlugin plugin = new BrokenPlugin(origin, problem);
    logger.warn("{}", plugin.message());
    broken.add(plugin);
  }

  private static String ids(LoadedPlugin plugin) {
    return plugin.components().stream()
        .map((Component<?> component) -> component.kind() + " " + component.id())
        .collect(Collectors.joining(", "));
  }

  private static String origin(Class<?> type, String otherwise) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? otherwise
        : Path.of(URI.create(source.getLocation().toString())).toString();
  }

  /** The message without the service's name in front, followed by the causes. */
  private static String describe(Throwable failure) {
    String prefix = SeparatrixPlugin.class.getName() + ": ";
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    String own =
        failure instanceof ServiceConfigurationError && message.startsWith(prefix)
            ? message.substring(prefix.length())
            : Failure.text(failure);
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? own : own + ": " + describe(cause);
  }
}
