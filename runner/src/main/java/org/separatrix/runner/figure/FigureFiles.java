package org.separatrix.runner.figure;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.separatrix.api.figure.Figure;
import org.separatrix.core.plugin.Failure;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.FileNames;
import org.separatrix.runner.store.OwnFiles;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.study.FigureFormat;

/**
 * Writes figures to the folder {@code figures} of the results, each also as a {@link
 * FigureDocument}, from which a report draws it, and as a {@link MeshFile} if it is a view of what
 * lies in space. A machine that cannot draw keeps their data, and the run.
 */
public final class FigureFiles {
  /** The folder, within the results. */
  public static final String FOLDER = ResultDirectory.FIGURES;

  private final Path results;
  private final List<FigureFormat> formats;
  private final PrintWriter err;
  private final Supplier<Drawing> drawings;

  /**
   * Prepares to write.
   *
   * @param results folder of the results
   * @param formats how each figure is written
   * @param err where what was left out is named
   */
  public FigureFiles(Path results, List<FigureFormat> formats, PrintWriter err) {
    // Named only when there is something to draw, so that nothing else loads the chart library.
    this(results, formats, err, () -> ChartDrawing.create());
  }

  FigureFiles(
      Path results, List<FigureFormat> formats, PrintWriter err, Supplier<Drawing> drawings) {
    this.results = results;
    this.formats = List.copyOf(formats);
    this.err = err;
    this.drawings = drawings;
  }

  /**
   * Writes figures, each file at once or not at all.
   *
   * @param figures the figures
   * @return what was written of each, in their order
   * @throws IOException if a file cannot be written
   */
  public List<StoredFigure> write(List<Figure> figures) throws IOException {
    if (figures.isEmpty() || formats.isEmpty()) {
      return List.of();
    }
    Path folder = OwnFiles.makeFolder(results.resolve(FOLDER));
    Optional<Drawing> drawing = drawing();
    FileNames names = new FileNames();
    List<Job> jobs =
        figures.stream()
            .map(figure -> new Job(figure, folder.resolve(names.name(figure.id()))))
            .toList();
    List<IOException> failures = Collections.synchronizedList(new ArrayList<>());
    List<StoredFigure> written =
        jobs.parallelStream().map(job -> written(job, drawing, failures)).toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return written;
  }

  /** A failure is thrown when nobody writes any more, and so leaves no temporary files. */
  private StoredFigure written(Job job, Optional<Drawing> drawing, List<IOException> failures) {
    try {
      return write(job, drawing);
    } catch (IOException unwritable) {
      failures.add(unwritable);
      return new StoredFigure(job.figure(), List.of());
    }
  }

  /**
   * A figure to write.
   *
   * @param figure the figure
   * @param stem its files without their extension
   */
  private record Job(Figure figure, Path stem) {}

  private StoredFigure write(Job job, Optional<Drawing> drawing) throws IOException {
    List<String> files = new ArrayList<>();
    Optional<Supplier<Drawing.Picture>> picture =
        drawing.map(each -> Suppliers.memoize(() -> each.picture(job.figure())));
    for (FigureFormat format : formats) {
      String name = job.stem().getFileName() + "." + format.name().toLowerCase(Locale.ROOT);
      if (write(job.figure(), format, picture, job.stem().resolveSibling(name))) {
        files.add(FOLDER + "/" + name);
      }
    }
    String document = job.stem().getFileName() + FigureDocument.EXTENSION;
    AtomicFile.write(
        job.stem().resolveSibling(document), out -> FigureDocument.write(job.figure(), out));
    files.add(FOLDER + "/" + document);
    if (!job.figure().meshes().isEmpty()) {
      String meshes = job.stem().getFileName() + MeshFile.EXTENSION;
      AtomicFile.write(job.stem().resolveSibling(meshes), out -> MeshFile.write(job.figure(), out));
      files.add(FOLDER + "/" + meshes);
    }
    return new StoredFigure(job.figure(), files);
  }

  private boolean write(
      Figure figure, FigureFormat format, Optional<Supplier<Drawing.Picture>> picture, Path target)
      throws IOException {
    if (format == FigureFormat.CSV) {
      AtomicFile.write(target, out -> FigureTable.write(figure, out));
      return true;
    }
    if (picture.isEmpty()) {
      return false;
    }
    try {
      Drawing.Picture each = picture.get().get();
      AtomicFile.write(
          target,
          out -> {
            if (format == FigureFormat.PNG) {
              each.png(out);
            } else {
              each.svg(out);
            }
          });
      return true;
    } catch (LinkageError | VirtualMachineError | RuntimeException failed) {
      err.printf(
          "separatrix: %s of figure '%s' was left out: %s%n",
          format, figure.id(), new Failure(failed).describe());
      return false;
    }
  }

  /** Tries whether this machine can draw at all. */
  private Optional<Drawing> drawing() {
    if (formats.stream().allMatch(format -> format == FigureFormat.CSV)) {
      return Optional.empty();
    }
    try {
      return Optional.of(drawings.get());
    } catch (LinkageError | VirtualMachineError | RuntimeException failed) {
      err.printf(
          "separatrix: pictures were left out, Java finds no fonts or cannot draw (%s). Maybe"
              + " install fontconfig and a font, such as Debian's packages fontconfig,"
              + " fonts-dejavu-core and libfreetype6, or ask for output: {figures: [csv]}.%n",
          innermost(failed));
      return Optional.empty();
    }
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause).lines().findFirst().orElse("unknown reason");
  }
}
