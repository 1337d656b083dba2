package org.separatrix.runner.csv;

import org.apache.commons.csv.CSVFormat;

/** Texts in files of comma-separated values, which spreadsheets open. */
public final class CsvText {
  /** RFC 4180, but with line feeds on every system. */
  public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private CsvText() {}

  /**
   * Tells whether a spreadsheet takes a text for a formula.
   *
   * @param text the text
   */
  public static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Returns a text that no spreadsheet takes for a formula: one that would be gets an apostrophe in
   * front of it.
   *
   * @param text the text
   */
  public static String harmless(String text) {
    return isFormula(text) ? "'" + text : text;
  }
}
