package org.separatrix.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small file system of its own, where one can be mounted, as root can. */
final class Disk implements AutoCloseable {
  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one, or skips the test.
   *
   * @param folder where; it exists
   * @param size such as 200k
   */
  static Disk mount(Path folder, String size) throws IOException {
    Assumptions.assumeTrue(
        call("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "file systems cannot be mounted here");
    return new Disk(folder);
  }

  /** Changes an option, such as its size, or whether it can be written. */
  void remount(String option) throws IOException {
    if (!call("mount", "-o", "remount," + option, folder.toString())) {
      throw new IOException("cannot mount it again with " + option);
    }
  }

  @Override
  public void close() throws IOException {
    call("umount", folder.toString());
  }

  private static boolean call(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
