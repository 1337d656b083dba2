package org.separatrix.runner.latex;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.runner.report.StoredFigures;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.FileNames;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.SummaryFile;

/** Writes the sources of a study's tables and figures, and a document that shows them all. */
public final class LatexExport {
  /** The document that shows everything. */
  public static final String DOCUMENT = "all.tex";

  private final Path target;
  private final List<String> written = new ArrayList<>();

  private LatexExport(Path target) {
    this.target = target;
  }

  /**
   * What was written.
   *
   * @param files names of the files
   * @param missing says which figures were left out, and why
   */
  public record Result(List<String> files, List<String> missing) {
    /** Copies the lists. */
    public Result {
      files = List.copyOf(files);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Writes the sources.
   *
   * @param results a folder that a run wrote
   * @param target the folder to write to; made if it is missing
   * @throws IOException if a file cannot be written
   * @throws org.separatrix.runner.store.MalformedFileException if the summary is missing or
   *     malformed
   */
  public static Result write(Path results, Path target) throws IOException {
    JsonNode summary = SummaryFile.read(results.resolve(ResultDirectory.SUMMARY));
    StoredFigures figures = StoredFigures.read(results, summary);
    Files.createDirectories(target);
    LatexExport export = new LatexExport(target);
    StringBuilder body = new StringBuilder();
    for (Map.Entry<String, String> table : new LatexTables(summary).all().entrySet()) {
      export.text(table.getKey(), table.getValue());
      body.append("\\input{").append(table.getKey()).append("}\n\n");
    }
    FileNames names = new FileNames();
    for (Figure figure : figures.figures()) {
      String stem = "figure-" + names.name(figure.id()).replaceAll("[^A-Za-z0-9-]+", "-");
      export.figure(figure, stem);
      body.append("\\begin{figure}[p]\\centering\n\\input{")
          .append(stem)
          .append(".tex}\n\\caption{")
          .append(LatexText.set(figure.caption()))
          .append("}\n\\end{figure}\n\\clearpage\n");
    }
    export.text(DOCUMENT, document(LatexText.plain(summary.path("study").asText()), body));
    return new Result(export.written, figures.missing());
  }

  private void figure(Figure figure, String stem) throws IOException {
    for (int i = 0; i < figure.layers().size(); i++) {
      Layer layer = figure.layers().get(i);
      String name = PgfplotsFigure.dataFile(layer, stem, i + 1);
      if (layer instanceof Layer.Regions regions) {
        AtomicFile.write(target.resolve(name), out -> RegionImage.write(regions, out));
        written.add(name);
      } else {
        text(name, PlotData.of(layer, figure.y()));
      }
    }
    text(stem + ".tex", PgfplotsFigure.source(figure, stem));
  }

  private void text(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(target.resolve(name), out -> out.write(bytes));
    written.add(name);
  }

  private static String document(String title, CharSequence body) {
    return """
        \\documentclass{article}
        \\usepackage[T1]{fontenc}
        \\usepackage[margin=2cm,landscape]{geometry}
        \\usepackage{booktabs,longtable,pgfplots}
        \\pgfplotsset{compat=1.16}
        \\title{%s}
        \\date{}
        \\begin{document}
        \\maketitle
        %s\\end{document}
        """
        .formatted(title, body);
  }
}
