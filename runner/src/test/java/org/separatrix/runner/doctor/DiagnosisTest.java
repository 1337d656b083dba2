package org.separatrix.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.runner.store.Processor;

/** Each diagnosis can come out in more than one way. */
class DiagnosisTest {
  private static final Processor AVX2 =
      new Processor(
          List.of(
              "model name\t: Example 3000", "cpu MHz\t\t: 3000.000", "flags\t\t: sse2 avx2 fma"));

  @TempDir private Path folder = Path.of("");

  @Test
  void anOldJavaIsBroken() {
    assertThat(Machine.java(17, "VM").state()).isEqualTo(Diagnosis.State.FINE);
    assertThat(Machine.java(11, "VM"))
        .isEqualTo(
            new Diagnosis(
                "Java",
                Diagnosis.State.BROKEN,
                "11, VM",
                "install a JDK 17 or newer, or set JAVA_HOME"));
  }

  @Test
  void aSmallHeapIsNamed() {
    assertThat(Machine.memory(1L << 32).state()).isEqualTo(Diagnosis.State.FINE);
    assertThat(Machine.memory(1L << 28).state()).isEqualTo(Diagnosis.State.WARNING);
    assertThat(Machine.memory(1L << 24).state()).isEqualTo(Diagnosis.State.BROKEN);
    assertThat(Machine.memory(1L << 28).seen()).isEqualTo("Java's heap may grow to 256 MB");
  }

  @Test
  void theWidthOfVectorsIsRead() {
    Processor old = new Processor(List.of("flags\t: sse2 sse4_2"));
    Processor wide = new Processor(List.of("flags\t: avx2 avx512f avx512dq"));

    assertThat(AVX2.vectorBits()).contains(256);
    assertThat(wide.vectorBits()).contains(512);
    assertThat(old.vectorBits()).contains(128);
    assertThat(new Processor(List.of()).vectorBits()).isEmpty();
    assertThat(Machine.processor(AVX2, 4))
        .isEqualTo(Diagnosis.fine("processor", "Example 3000, 4 threads, vectors of 256 bits"));
    assertThat(Machine.processor(old, 1).state()).isEqualTo(Diagnosis.State.WARNING);
    assertThat(Machine.processor(new Processor(List.of()), 1).seen())
        .endsWith("1 thread, width of vectors unknown");
  }

  /** 3 GHz, 4 doubles, 2 instructions a cycle, 7 of them a step. */
  @Test
  void theSpeedIsHeldAgainstTheProcessor() {
    OptionalDouble most = KernelSpeed.most(AVX2);

    assertThat(most.orElseThrow()).isCloseTo(24e9 / 7, within(1.0));
    assertThat(KernelSpeed.judge(857e6, most, -1))
        .isEqualTo(
            Diagnosis.fine(
                "speed",
                "857 million steps a second on one thread, 25% of the 3,429 million that its clock"
                    + " and its vectors would allow for the arithmetic alone"));
    assertThat(KernelSpeed.judge(1e7, most, 0.5).seen()).endsWith("; load average 0.5");
    assertThat(KernelSpeed.judge(1e7, most, 0.5).state()).isEqualTo(Diagnosis.State.WARNING);
    assertThat(KernelSpeed.judge(1e7, OptionalDouble.empty(), 0.5).state())
        .isEqualTo(Diagnosis.State.FINE);
    assertThat(KernelSpeed.most(new Processor(List.of("flags\t: avx2")))).isEmpty();
  }

  @Test
  void aMissingTemporaryFolderIsBroken() {
    assertThat(Surroundings.temporaryFolder(folder).state()).isNotEqualTo(Diagnosis.State.BROKEN);
    Path nowhere = folder.resolve("nowhere");
    assertThat(Surroundings.temporaryFolder(nowhere))
        .isEqualTo(
            Diagnosis.broken(
                "temporary folder",
                nowhere + " cannot be written to",
                "free space there, or name another, as in"
                    + " SEPARATRIX_JAVA_OPTIONS=-Djava.io.tmpdir=DIR"));
  }

  @Test
  void nativeLibrariesMultiplyHere() {
    assertThat(NativeLibraries.diagnose().state()).isEqualTo(Diagnosis.State.FINE);
  }
}
