package org.separatrix.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.separatrix.bench.work.Method;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;

/** All peers end where Separatrix ends; the sizes are tiny. */
class SamePlacesTest {
  private static final int LANES = 64;
  private static final int STEPS = 32;
  private static final Path SOURCES = Path.of("peers");

  @TempDir private static Path programs = Path.of("");

  private static boolean compiled;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-O1", "-march=native"));
      command.addAll(List.of("-ffast-math", "-o", peer().toString()));
      sources.map(Path::toString).filter(name -> name.endsWith(".c")).forEach(command::add);
      command.addAll(List.of("-pthread", "-lmvec", "-lm"));
      compiled = succeeds(command);
    }
  }

  private static Path peer() {
    return programs.resolve("peer");
  }

  @ParameterizedTest
  @EnumSource(value = Work.class, mode = Mode.EXCLUDE, names = "QUADRATIC")
  void inJava(Work work) throws IOException {
    for (Request request : requests(work)) {
      double[][] ours = new SeparatrixPeer().ends(request).orElseThrow();
      assertThat(new HipparchusPeer().ends(request)).hasValueSatisfying(ends -> same(ends, ours));
      Optional<double[][]> nd4j = new Nd4jPeer().ends(request.with("form", "64"));
      assertThat(nd4j.isPresent()).isEqualTo(work != Work.FACTORIZATION);
      nd4j.ifPresent(ends -> same(ends, ours));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Work.class, mode = Mode.EXCLUDE, names = "QUADRATIC")
  void inC(Work work) throws IOException, InterruptedException {
    assumeTrue(compiled, "gcc, glibc and AVX2 are needed");
    for (Request request : requests(work)) {
      for (String form : List.of("registers", "fused", "separate")) {
        assertEndsAreSame(request.with("form", form), peer().toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Work.class, mode = Mode.EXCLUDE, names = "QUADRATIC")
  void inNumpy(Work work) throws IOException, InterruptedException {
    assumeTrue(succeeds(List.of("python3", "-c", "import numpy")), "numpy is needed");
    for (Request request : requests(work)) {
      assertEndsAreSame(request, "python3", SOURCES.resolve("arrays.py").toString(), "numpy");
    }
  }

  private void assertEndsAreSame(Request request, String... command)
      throws IOException, InterruptedException {
    double[][] ours = new SeparatrixPeer().ends(request).orElseThrow();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Path out = folder.resolve("ends");
    process.outputWriter().append(request.with("out", out).line()).append("\n").close();
    String answers =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(answers).startsWith("ready\nok");
    same(DoublesFile.read(out, ours.length), ours);
  }

  /** Asks for both methods and both intervals, from the starts that Separatrix draws. */
  private List<Request> requests(Work work) throws IOException {
    Path starts = folder.resolve("starts");
    Path matrix = folder.resolve("matrix");
    List<Request> requests = new ArrayList<>();
    for (Method method : List.of(Method.GRADIENT_DESCENT, Method.HEAVY_BALL)) {
      for (int interval : new int[] {1, 16}) {
        Request request =
            Request.of("ends", Task.ofSteps(work, method, interval))
                .with("lanes", LANES)
                .with("steps", STEPS);
        new SeparatrixPeer().ends(request.with("keep-starts", starts));
        request = request.with("starts", starts);
        Optional<double[][]> rows = work.matrix();
        if (rows.isPresent()) {
          DoublesFile.write(matrix, rows.get(), rows.get().length);
          request = request.with("matrix", matrix).with("rows", rows.get().length);
        }
        requests.add(request);
      }
    }
    return requests;
  }

  private static void same(double[][] actual, double[][] expected) {
    assertThat(actual).hasDimensions(expected.length, LANES);
    for (int k = 0; k < expected.length; k++) {
      for (int i = 0; i < LANES; i++) {
        double allowed = 1e-10 * Math.max(1, Math.abs(expected[k][i]));
        assertThat(actual[k][i])
            .as("coordinate %d of run %d", k, i)
            .isBetween(expected[k][i] - allowed, expected[k][i] + allowed);
      }
    }
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
