package org.separatrix.core.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/**
 * Compiles generated classes in memory and makes an instance of each.
 *
 * <p>Serves several threads at once. The classes are numbered in the order in which they come,
 * which may vary from run to run; nothing that they compute depends on it.
 */
public final class SourceCompiler {
  private static final String PACKAGE = "org.separatrix.generated";

  private final Optional<Path> folder;
  private final AtomicInteger count = new AtomicInteger();

  /** Creates a compiler that keeps no sources. */
  public SourceCompiler() {
    folder = Optional.empty();
  }

  /**
   * Creates a compiler that writes each source to a file.
   *
   * @param folder where to; made when it does not exist
   */
  public SourceCompiler(Path folder) {
    this.folder = Optional.of(folder);
  }

  /**
   * Compiles a class without constructor arguments.
   *
   * @param <T> what the class implements
   * @param type the interface, public
   * @param name beginning of the class's name
   * @param comment what it does, a line
   * @param body the members of the class
   * @return an instance
   * @throws IllegalStateException if the generated source is wrong
   */
  public <T> T instance(Class<T> type, String name, String comment, String body) {
    String unique = name + count.incrementAndGet();
    String source =
        """
        package %s;

        /** %s */
        public final class %s implements %s {
        %s}
        """
            .formatted(PACKAGE, comment, unique, type.getName(), body.indent(2));
    folder.ifPresent(to -> write(to, unique, source));
    return Compilation.instance(type, unique, source);
  }

  private static void write(Path to, String name, String source) {
    try {
      Files.createDirectories(to);
      Files.writeString(to.resolve(name + ".java"), source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A class of its own, so that only what is compiled waits for the compiler's jar to be read. */
  private static final class Compilation {
    static <T> T instance(Class<T> type, String name, String source) {
      SimpleCompiler compiler = new SimpleCompiler();
      compiler.setParentClassLoader(type.getClassLoader());
      try {
        compiler.cook(source);
        Class<?> made = compiler.getClassLoader().loadClass(PACKAGE + "." + name);
        return type.cast(made.getDeclaredConstructor().newInstance());
      } catch (CompileException | ReflectiveOperationException mistake) {
        throw new IllegalStateException("generated source is wrong:\n" + source, mistake);
      }
    }
  }
}
