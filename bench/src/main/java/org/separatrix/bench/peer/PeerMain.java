package org.separatrix.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A process that answers requests, one a line. */
public final class PeerMain {
  private PeerMain() {}

  /**
   * Answers until the input ends.
   *
   * @param arguments the name of the peer
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    // What libraries print must not come between the answers.
    System.setOut(System.err);
    Peer peer = peer(arguments[0]);
    out.println("ready");
    out.flush();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(peer, Request.parse(line)));
      out.flush();
    }
  }

  private static Peer peer(String name) {
    return switch (name) {
      case "separatrix" -> new SeparatrixPeer();
      case "hipparchus" -> new HipparchusPeer();
      case "nd4j" -> new Nd4jPeer();
      default -> throw new IllegalArgumentException("no peer '" + name + "'");
    };
  }

  static String answer(Peer peer, Request request) {
    try {
      if (request.verb().equals("time")) {
        return peer.time(request).map(Timing::line).orElse("none");
      }
      Optional<double[][]> ends = peer.ends(request);
      if (ends.isEmpty()) {
        return "none";
      }
      DoublesFile.write(request.path("out"), ends.get(), ends.get()[0].length);
      return new Timing(0, 0, 0).line();
    } catch (IOException | RuntimeException failure) {
      failure.printStackTrace();
      return "error " + failure;
    }
  }
}
