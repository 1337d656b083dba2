package org.separatrix.runner.execute;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.Box;
import org.separatrix.core.certificate.ProvenRuns;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.runner.parts.Rows;

/** Encodes the rows of a part: of every run, or of each whose number is a multiple of a stride. */
@SuppressWarnings("EnumOrdinal") // the key of a cell has a checksum of the enums' code
final class RowEncoder {
  private final Box domain;
  private final long stride;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Begins without a row.
   *
   * @param domain of the objective
   * @param stride every such run has a row; 0 for no rows
   */
  RowEncoder(Box domain, long stride) {
    this.domain = domain;
    this.stride = stride;
  }

  /**
   * Takes in a chunk.
   *
   * @param chunk its runs
   * @param proven what is proven of them
   * @param position of the chunk's points among those of the part
   */
  void add(RunLimits chunk, Optional<ProvenRuns> proven, int[] position) {
    if (stride == 0) {
      return;
    }
    Runs runs = chunk.runs();
    long last = runs.first() + runs.size() - 1;
    for (long number = firstMultiple(runs.first()); number <= last; number += stride) {
      int i = (int) (number - runs.first());
      int limit = chunk.limits()[i];
      double[] start = runs.startOf(i);
      write(
          new Rows.Row(
              number,
              runs.termination()[i],
              limit >= 0 ? position[limit] : Rows.NONE,
              proven.map(each -> each.fates()[i].ordinal()).orElse(Rows.NONE),
              proven.isPresent() && proven.get().stayed() && domain.contains(start),
              runs.steps()[i],
              runs.value()[i],
              runs.gradientNorm()[i],
              start,
              runs.endOf(i)));
    }
  }

  private void write(Rows.Row row) {
    try {
      Rows.write(bytes, row);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private long firstMultiple(long number) {
    return (number + stride - 1) / stride * stride;
  }

  /** Returns the number of bytes so far. */
  int length() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
