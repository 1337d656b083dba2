package org.separatrix.runner.execute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/** Checksums of how runs ended: of their steps, values, gradient norms and reasons. */
@SuppressWarnings("EnumOrdinal") // the key of a cell has a checksum of the enum's code
final class EndsChecksum {
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  /** Returns the checksum of some runs. */
  long of(Runs runs) {
    int numbers = Long.BYTES * runs.size();
    if (bytes.capacity() < numbers) {
      bytes = ByteBuffer.allocate(numbers).order(ByteOrder.LITTLE_ENDIAN);
    }
    CRC32C checksum = new CRC32C();
    bytes.clear().limit(numbers).asLongBuffer().put(runs.steps());
    checksum.update(bytes);
    bytes.clear().limit(numbers).asDoubleBuffer().put(runs.value());
    checksum.update(bytes);
    bytes.clear().limit(numbers).asDoubleBuffer().put(runs.gradientNorm());
    checksum.update(bytes);
    bytes.clear();
    for (Termination reason : runs.termination()) {
      bytes.put((byte) reason.ordinal());
    }
    checksum.update(bytes.flip());
    return checksum.getValue();
  }
}
