package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
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

  @Test
  void memoryThatRanOutIsToldThoughTheResultOfTheNextChunkIsLost() {
    OutOfMemoryError tooMuch = new OutOfMemoryError("Java heap space");
    List<Runnable> lost = new ArrayList<>();
    Executor losesTheFirst =
        task -> {
          if (lost.isEmpty()) {
            lost.add(task);
          } else {
            task.run();
          }
        };
    ChunkQueue<Integer> chunks =
        new ChunkQueue<>(
            "greedy",
            new LeeFunction(),
            0,
            1000,
            (first, count) -> {
              throw tooMuch;
            },
            2,
            losesTheFirst);

    assertThatThrownBy(() -> chunks.take(new Polls(10))).hasCause(tooMuch);
  }

  /** Cancels after some questions whether to. */
  private static final class Polls implements BooleanSupplier {
    private int left;

    Polls(int left) {
      this.left = left;
    }

    @Override
    public boolean getAsBoolean() {
      return left-- == 0;
    }
  }
}
