package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkQueueTest {
  @ParameterizedTest
  @CsvSource({
    "0, 2, 64",
    "63, 2, 64",
    "4095, 2, 4096",
    "4096, 2, 4224",
    "100000, 2, 100352",
    "1000000, 2, 1015808",
    "524288, 1000, 524800",
    "1000000, 1000000, 1000064"
  })
  void chunksAreAFunctionOfTheRunAndTheDimension(long run, int dimension, long end) {
    assertThat(ChunkQueue.chunkEnd(run, dimension, 1)).isEqualTo(end);
    assertThat(ChunkQueue.chunkEnd(run, dimension, 128) % 128).isZero();
  }
}
