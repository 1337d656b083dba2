package org.separatrix.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Chromium without a window.
 *
 * @param program the executable
 * @param scratch folder for what it writes
 */
record Browser(Path program, Path scratch) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Finds the executable. */
  static Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page, lets its scripts run and returns what the document has become.
   *
   * @param address of the page
   */
  String document(String address) throws IOException, InterruptedException {
    return Files.readString(run(address, "--dump-dom", "--window-size=1280,6000"));
  }

  /**
   * Opens a page and returns what is to be seen.
   *
   * @param address of the page
   * @param width of the window, in pixels
   * @param height of the window, in pixels
   * @param more further options
   */
  BufferedImage picture(String address, int width, int height, String... more)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("picture.png");
    List<String> options =
        new ArrayList<>(
            List.of(
                "--screenshot=" + file,
                "--hide-scrollbars",
                "--window-size=%d,%d".formatted(width, height)));
    options.addAll(List.of(more));
    run(address, options.toArray(String[]::new));
    return ImageIO.read(file.toFile());
  }

  private Path run(String address, String... options) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(scratch, "profile");
    Path output = Files.createTempFile(scratch, "output", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=20000",
                "--enable-logging=stderr"));
    command.addAll(List.of(options));
    command.add(address);
    Path errors = scratch.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readAllLines(errors, StandardCharsets.ISO_8859_1))
        .filteredOn(line -> line.contains("CONSOLE"))
        .isEmpty();
    return output;
  }
}
