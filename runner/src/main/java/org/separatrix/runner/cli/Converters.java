package org.separatrix.runner.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.separatrix.runner.query.AnswerFormat;
import org.separatrix.runner.scaffold.ScaffoldKind;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read the values of options and arguments, and say in plain words what is wrong with them. */
final class Converters {
  private Converters() {}

  /** Has a program and its commands use them. */
  static void register(CommandLine program) {
    ITypeConverter<Integer> ints = Converters::smallWhole;
    ITypeConverter<Long> longs = Converters::whole;
    program
        .registerConverter(int.class, ints)
        .registerConverter(Integer.class, ints)
        .registerConverter(long.class, longs)
        .registerConverter(Long.class, longs)
        .registerConverter(Path.class, Converters::path)
        .registerConverter(AnswerFormat.class, words(AnswerFormat.class))
        .registerConverter(CompletionCommand.Shell.class, words(CompletionCommand.Shell.class))
        .registerConverter(ScaffoldKind.class, words(ScaffoldKind.class));
  }

  /** Reads one of several words, in any case. */
  private static <E extends Enum<E>> ITypeConverter<E> words(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equalsIgnoreCase(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        Arrays.stream(type.getEnumConstants())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ", "'" + text + "' is none of ", ""))));
  }

  private static int smallWhole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException other) {
      throw noWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException other) {
      throw noWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  private static TypeConversionException noWhole(String text, long least, long most) {
    return new TypeConversionException(
        text.matches("[+-]?[0-9]+")
            ? "'%s' is not from %,d to %,d".formatted(text, least, most)
            : "'%s' is not a whole number".formatted(text));
  }

  /** An empty name, such as that of an unset variable, would be the current folder. */
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("the name is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException impossible) {
      throw new TypeConversionException(
          "'%s' cannot name a file in this locale.%nMaybe set LC_ALL=C.UTF-8.".formatted(text));
    }
  }
}
