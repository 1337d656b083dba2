package org.separatrix.bench.peer;

import java.io.IOException;
import java.util.Optional;

/** Does what is asked for. */
interface Peer {
  /**
   * Does it again and again for about the time that is asked for.
   *
   * @return empty if it cannot
   */
  Optional<Timing> time(Request request) throws IOException;

  /**
   * Does it once from the given starts.
   *
   * @return where the runs end, d x lanes; empty if it cannot
   */
  Optional<double[][]> ends(Request request) throws IOException;
}
