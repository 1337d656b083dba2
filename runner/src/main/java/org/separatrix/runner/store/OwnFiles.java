package org.separatrix.runner.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Files and folders within results that the program itself makes, changes and removes. What others
 * put in their place, such as a symbolic link, is refused: through it, files elsewhere would be
 * changed.
 */
public final class OwnFiles {
  private OwnFiles() {}

  /**
   * Makes a folder if it is missing.
   *
   * @param folder the folder
   * @return the same
   * @throws IOException if it cannot be made, or something else has its place
   */
  public static Path makeFolder(Path folder) throws IOException {
    checkFolder(folder);
    return Files.createDirectories(folder);
  }

  /**
   * Checks a folder that may be missing.
   *
   * @param folder the folder
   * @throws FileSystemException if something else has its place
   */
  public static void checkFolder(Path folder) throws FileSystemException {
    if (exists(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          folder.toString(), null, "it must be a folder, no file or link");
    }
  }

  /**
   * Checks a file that may be missing.
   *
   * @param file the file
   * @throws FileSystemException if something else has its place
   */
  public static void checkFile(Path file) throws FileSystemException {
    if (exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "it must be a file, no folder or link");
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
