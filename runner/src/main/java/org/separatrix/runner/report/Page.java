package org.separatrix.runner.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.separatrix.runner.store.JsonFiles;

/**
 * Puts the page together: a fixed text with style, scripts and data in four places.
 *
 * <p>There is no template engine, since there is nothing for one to escape: all that comes from a
 * study is data in one script element, where {@code <}, {@code >}, {@code &} and the line
 * separators of JavaScript are written as escapes of JSON, and the page's own script shows it as
 * text only. The policy in the page's head allows no network, and no script but those two whose
 * hashes it names.
 */
final class Page {
  /** The page's script, in the order in which its parts build on one another. */
  private static final List<String> SCRIPTS =
      List.of(
          "faults.js",
          "elements.js",
          "numbers.js",
          "colours.js",
          "axes.js",
          "layers.js",
          "chart.js",
          "downloads.js",
          "figures.js",
          "findings.js",
          "verdicts.js",
          "points.js",
          "cells.js",
          "checks.js",
          "comparison.js",
          "sections.js",
          "study.js",
          "main.js");

  private static final List<String> LICENCES = List.of("NOTICE", "LICENSE", "LICENSE-d3");

  private Page() {}

  /**
   * Returns the page.
   *
   * @param content what it shows
   */
  static String html(JsonNode content) throws JsonProcessingException {
    String charts = resource("echarts/echarts.min.js");
    String script =
        SCRIPTS.stream()
            .map(Page::resource)
            .collect(Collectors.joining("\n", "(function () {\n\"use strict\";\n", "})();\n"));
    String licences =
        LICENCES.stream()
            .map(name -> resource("echarts/" + name).strip())
            .collect(Collectors.joining("\n\n"));
    return fill(
        resource("page.html"),
        List.of("HASHES", "STYLE", "LICENCES", "DATA", "CHARTS", "SCRIPT"),
        List.of(
            hash(charts) + " " + hash(script),
            resource("report.css"),
            escapedText(licences),
            escapedData(JsonFiles.line(content)),
            charts,
            script));
  }

  /** Replaces each mark once, in order, so that nothing that was put in is looked at again. */
  private static String fill(String template, List<String> marks, List<String> texts) {
    StringBuilder page = new StringBuilder();
    int from = 0;
    for (int i = 0; i < marks.size(); i++) {
      String mark = "{{" + marks.get(i) + "}}";
      int at = template.indexOf(mark, from);
      if (at < 0) {
        throw new IllegalStateException("page.html has no " + mark + " in its place");
      }
      page.append(template, from, at).append(texts.get(i));
      from = at + mark.length();
    }
    return page.append(template, from, template.length()).toString();
  }

  /**
   * Returns JSON that stays data wherever it stands in a page.
   *
   * @param json the JSON
   */
  static String escapedData(String json) {
    StringBuilder escaped = new StringBuilder(json.length() + 256);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        escaped.append("\\u").append(String.format("%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String escapedText(String text) {
    return CharMatcher.anyOf("<>&").matchesNoneOf(text)
        ? text
        : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String hash(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(Page.class, name), StandardCharsets.UTF_8)
          .replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
