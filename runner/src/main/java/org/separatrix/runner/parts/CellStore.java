package org.separatrix.runner.parts;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Where the parts of a cell are kept. */
public interface CellStore {
  /** Keeps nothing. */
  CellStore NONE =
      new CellStore() {
        @Override
        public List<StoredPart> stored(long runs, LongPredicate isChunkEnd) {
          return List.of();
        }

        @Override
        public StoredPart write(Part part, byte[] rows) {
          return new StoredPart(part, Optional.empty());
        }

        @Override
        public Optional<String> failure() {
          return Optional.empty();
        }

        @Override
        public void failed(String message) {}

        @Override
        public boolean isDue(double seconds, double spent, long bytes) {
          return false;
        }
      };

  /**
   * Returns parts that can be used as they are, none overlapping another, in order.
   *
   * @param runs number of runs of the cell
   * @param isChunkEnd tells whether a chunk ends before a run of that number
   */
  List<StoredPart> stored(long runs, LongPredicate isChunkEnd);

  /**
   * Keeps a part. When this returns, neither a kill nor a power failure loses it.
   *
   * @param part what became of some runs
   * @param rows their rows, see {@link Rows}; empty if none are kept
   * @throws StoreException if it cannot be written; what was kept before is not touched
   */
  StoredPart write(Part part, byte[] rows);

  /**
   * Tells whether it is time to end a part.
   *
   * @param seconds wall time of the part so far
   * @param spent wall time of the cell before it
   * @param bytes length of its rows
   */
  boolean isDue(double seconds, double spent, long bytes);

  /** Returns why the cell failed the last time that it was run, if it did. */
  Optional<String> failure();

  /**
   * Keeps why the cell failed.
   *
   * @param message what was said; empty if it did not
   * @throws StoreException if it cannot be written
   */
  void failed(String message);
}
