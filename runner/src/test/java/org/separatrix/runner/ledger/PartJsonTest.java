package org.separatrix.runner.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.runner.parts.Part;

class PartJsonTest {
  private static final CriticalPoint POINT =
      new CriticalPoint(
          "c1",
          new double[] {0.1, Math.nextUp(0.2)},
          -0.25,
          1e-17,
          new double[] {1, 2},
          new double[][] {{0.6, 0.8}, {-0.8, 0.6}},
          CriticalPointKind.LOCAL_MINIMUM,
          Status.ESTIMATED);

  private static final Part PART =
      new Part(
          Part.SCHEMA,
          "cell",
          0,
          5,
          0.5,
          Map.of(Termination.BUDGET, 5L),
          List.of(POINT),
          List.of(5L),
          List.of(List.of(POINT)),
          0,
          0,
          Map.of(3L, 5L),
          Map.of(Fate.UNDECIDED, 5L),
          5,
          20,
          0,
          Stagnation.NONE,
          List.of(new Part.ChunkDigest(0, 99)));

  @Test
  void readsWhatItWroteToTheLastBit() throws IOException {
    byte[] json = PartJson.write(PART);

    Part read = PartJson.read(json);

    assertThat(PartJson.write(read)).isEqualTo(json);
    CriticalPoint point = read.found().get(0).get(0);
    assertThat(point.x()).isEqualTo(POINT.x());
    assertThat(point.eigenvalues()).isEqualTo(POINT.eigenvalues());
    assertThat(read.terminations()).isEqualTo(PART.terminations());
    assertThat(read.digests()).isEqualTo(PART.digests());
  }

  @Test
  void leavesEigenvectorsOut() throws IOException {
    byte[] json = PartJson.write(PART);

    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("0.6", "0.8");
    assertThat(PartJson.read(json).points().get(0).eigenvectors()).isEmpty();
  }
}
