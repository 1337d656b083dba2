package org.separatrix.core.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a component threw, for the person who uses it and the one who wrote it.
 *
 * @param cause what was thrown
 */
public record Failure(Throwable cause) {
  private static final Pattern NEWER = Pattern.compile("(\\S+) .*?class file version ([0-9]{1,5})");

  /** Class files of Java N have the version N + 44. */
  private static final int VERSIONS_BEFORE_JAVA = 44;

  /** Returns the exception, and the class, line and jar of the plugin that threw it if there is. */
  public String describe() {
    return what() + place().map(place -> ", thrown in " + place).orElse("");
  }

  /**
   * Returns the exception; of a class that could not be initialised, what its initialiser threw.
   */
  public String what() {
    Throwable root = root();
    if (root == cause) {
      return text(cause);
    }
    // Later uses of the class say its name, and what was thrown at the first use as text.
    return cause instanceof NoClassDefFoundError
        ? cause.getMessage() + ": " + root.getMessage()
        : "a class could not be initialised: " + root;
  }

  /** What was thrown as text; Java speaks of versions of class files where others do of Java's. */
  static String text(Throwable thrown) {
    Matcher newer = NEWER.matcher(String.valueOf(thrown.getMessage()));
    return thrown instanceof UnsupportedClassVersionError && newer.lookingAt()
        ? "class %s is for Java %d or newer, and this is Java %d: compile it with --release %3$d"
            .formatted(
                newer.group(1).replace('/', '.'),
                Integer.parseInt(newer.group(2)) - VERSIONS_BEFORE_JAVA,
                Runtime.version().feature())
        : thrown.toString();
  }

  private Throwable root() {
    Throwable root = cause;
    while (root.getCause() != null
        && (root instanceof ExceptionInInitializerError
            || root.getCause() instanceof ExceptionInInitializerError)) {
      root = root.getCause();
    }
    return root;
  }

  /**
   * Returns the frame nearest to the failure that is of a plugin's jar, else the nearest of all.
   */
  public Optional<String> place() {
    StackTraceElement[] trace = root().getStackTrace();
    return Arrays.stream(trace)
        .filter(frame -> isJar(frame.getClassLoaderName()))
        .findFirst()
        .or(() -> Arrays.stream(trace).findFirst())
        .map(Failure::describe);
  }

  private static boolean isJar(@Nullable String loader) {
    return loader != null && loader.endsWith(".jar");
  }

  private static String describe(StackTraceElement frame) {
    String method = frame.getClassName() + "." + frame.getMethodName();
    String line =
        frame.getLineNumber() > 0
            ? " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber())
            : "";
    String jar = isJar(frame.getClassLoaderName()) ? " of " + frame.getClassLoaderName() : "";
    return method + line + jar;
  }
}
