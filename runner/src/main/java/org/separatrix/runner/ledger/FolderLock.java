package org.separatrix.runner.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.OwnFiles;

/**
 * Keeps two processes from working in one folder. The operating system holds the lock, and lets go
 * of it when the process ends, however that happens; a file says who holds it.
 */
public final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final String HOLDER = ".lock-holder";

  private final FileChannel channel;
  private final Path holder;

  private FolderLock(FileChannel channel, Path holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /** Another process works in the folder. */
  public static final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeldException(Path folder, String holder) {
      super(
          "%s is in use by %s.%nMaybe wait for it, or choose another folder with --out."
              .formatted(folder, holder));
    }
  }

  /**
   * Takes the lock of a folder.
   *
   * @param folder the folder, which exists
   * @throws HeldException if another process has it
   * @throws IOException if no lock can be taken there
   */
  public static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    OwnFiles.checkFile(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock(channel, false)) {
      channel.close();
      throw new HeldException(folder, holder(folder).orElse("another process"));
    }
    Path holder = folder.resolve(HOLDER);
    try {
      AtomicFile.write(holder, out -> out.write(self().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException unwritable) {
      channel.close();
      throw unwritable;
    }
    return new FolderLock(channel, holder);
  }

  /**
   * Returns who holds the lock of a folder, if someone does.
   *
   * @param folder the folder
   * @throws IOException if that cannot be found out
   */
  public static Optional<String> heldBy(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file) || !Files.isReadable(file)) {
      return Optional.empty();
    }
    OwnFiles.checkFile(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return tryLock(channel, true)
          ? Optional.empty()
          : Optional.of(holder(folder).orElse("another process"));
    }
  }

  /** A shared one can be taken where nothing can be written, too. */
  private static boolean tryLock(FileChannel channel, boolean shared) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  private static Optional<String> holder(Path folder) throws IOException {
    Path file = folder.resolve(HOLDER);
    return Files.exists(file)
        ? Optional.of(Files.readString(file).replaceAll("\\p{Cntrl}+", " ").strip())
        : Optional.empty();
  }

  private static String self() {
    return "process %d on %s since %s"
        .formatted(
            ProcessHandle.current().pid(), host(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "this machine";
    }
  }

  /** Removes the file of a lock, of a folder that is about to be removed. */
  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  /** Lets go of it. The file stays: if it were removed, two processes could lock different ones. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(holder);
    }
  }
}
