package org.separatrix.runner.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.runner.report.ExampleResults;

class LatexExportTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "step k; step k",
        "x_1; $x_{1}$",
        "lambda_min < 0; $\\lambda_{\\min}$ \\textless{} 0",
        "alpha <= 1/L; $\\alpha$ $\\le$ 1/L",
        "P(T > k) +- 5%; P(T \\textgreater{} k) $\\pm$ 5\\%",
        "z^2 & a_b_c #1 {x} $; $z^{2}$ \\& a\\_b\\_c \\#1 \\{x\\} \\$",
        "\\input{secret}; \\textbackslash{}input\\{secret\\}",
        "gradient-descent; gradient-descent",
        "convergence-rate of alphabet; convergence-rate of alphabet"
      })
  void textIsEscapedAndSymbolsAreSet(String text, String latex) {
    assertThat(LatexText.set(text)).isEqualTo(latex);
  }

  @Test
  void lettersThatFontsLackAreNamed() {
    assertThat(LatexText.plain("é\u202e\n漢")).isEqualTo("é[U+202E] [U+6F22]");
  }

  @ParameterizedTest
  @CsvSource({
    "0, $0$",
    "100000, $100000$",
    "0.25, $0.25$",
    "2.9957e-5, $2.9957 \\times 10^{-5}$",
    "-1e300, $-1 \\times 10^{300}$",
    "NaN, --"
  })
  void numbersHaveFiveDigits(double value, String latex) {
    assertThat(LatexText.number(value)).isEqualTo(latex);
  }

  @Test
  void tablesAndFiguresAreWritten() throws IOException {
    LatexExport.Result result = export("example");

    assertThat(result.missing()).isEmpty();
    assertThat(result.files())
        .contains("verdicts.tex", "critical-points.tex", "cells.tex", "all.tex")
        .contains("figure-landscape-lee.tex", "figure-landscape-lee-1.png");
    assertThat(read("verdicts.tex"))
        .contains("\\toprule", "\\midrule", "\\bottomrule")
        .contains("escape-time & fast & c2 & contradicted & runs leave too late \\\\");
    assertThat(read("critical-points.tex"))
        .contains("lee & c2 & strict-saddle & ($0$, $0$) & $0$ & $-1$, $1$ & certified \\\\");
    assertThat(read("cells.tex")).contains("39.0\\,\\% to 59.0\\,\\%");
    assertThat(read("comparison.tex"))
        .contains("& slow & $90$ of $100$ & $1100.5$ & $1000$ to $\\infty$ & $1$ \\\\")
        .contains("& fast & $0$ of $100$ & $\\infty$ & $\\infty$ to $\\infty$ & $2$ \\\\");
    assertThat(read("figure-landscape-lee.tex"))
        .contains("xlabel={$x_{1}$}", "axis equal image", "xmin=-2.0, xmax=2.0")
        .contains("fill=areac, area legend] table", "\\definecolor{layerf}{HTML}{D55E00}");
    assertThat(read("figure-landscape-lee-3.csv").lines()).hasSize(1 + 2 * 5);
    assertThat(read("figure-hostile.tex")).contains("xmode=log", "ymode=log");
  }

  @Test
  void latexReadsIt() throws Exception {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "pdflatex"))),
        "SKIPPED, the sources were not compiled: pdflatex is not on the PATH.");
    export(ExampleResults.HOSTILE);

    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex")
            .directory(folder.resolve("latex").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(folder.resolve("latex/all.pdf")).isNotEmptyFile();
  }

  private LatexExport.Result export(String study) throws IOException {
    ExampleResults.write(folder, study);
    return LatexExport.write(folder, folder.resolve("latex"));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve("latex").resolve(name));
  }
}
