package org.separatrix.runner.query;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a question cannot be answered, in words for who asked it. */
final class QueryFault {
  /** What the driver puts before a message of the database. */
  private static final Pattern DRIVER =
      Pattern.compile(
          "^Invalid Input Error: Attempting to execute an unsuccessful[^\\n]*\\nError: ");

  private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z]* )+Error: ");
  private static final Pattern NO_TABLE =
      Pattern.compile("^Table with name \"?(.+?)\"? does not exist!");

  private QueryFault() {}

  /**
   * Returns the message.
   *
   * @param refused what the database says, which proposes tables of its own
   * @param tables those that there are
   * @param areRunsMissing whether there are no rows, as the study is not finished
   */
  static QueryException of(SQLException refused, List<String> tables, boolean areRunsMissing) {
    String message = String.valueOf(refused.getMessage()).strip();
    message = DRIVER.matcher(message).replaceFirst("");
    message = KIND.matcher(message).replaceFirst("");
    Matcher table = NO_TABLE.matcher(message);
    if (!table.find()) {
      return new QueryException(message);
    }
    String name = table.group(1);
    String way = "Maybe ask one of " + String.join(", ", tables);
    return new QueryException(
        areRunsMissing && name.equalsIgnoreCase("runs")
            ? "there is no table runs, as the study is not finished.\n"
                + way
                + ", or go on with separatrix resume."
            : "there is no table %s.%n%s.".formatted(name, way));
  }
}
