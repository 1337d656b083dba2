package org.separatrix.runner.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the text of a file, of limited size and in UTF-8, or says why it cannot. */
final class StudyText {
  /** Above this, a file is no study that a person wrote. */
  private static final int MOST_BYTES = 1 << 20;

  private final Location file;
  private final Diagnostics diagnostics;

  StudyText(Location file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  String read(Path path) {
    byte[] bytes = bytes(path);
    if (bytes.length > MOST_BYTES) {
      throw diagnostics.fatal(
          file,
          "the file is larger than 1 MB, the limit for a study.%nMaybe put long lists of points in"
                  .formatted()
              + " a CSV file.");
    }
    if (startsWith(bytes, 0x00, 0x00, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0x00, 0x00)) {
      throw otherEncoding("UTF-32");
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw otherEncoding("UTF-16");
    }
    String text = decode(bytes);
    rejectControlCharacters(text);
    return text;
  }

  private InvalidStudyException otherEncoding(String name) {
    return diagnostics.fatal(file, "the file is in %s.%nMaybe save it as UTF-8.".formatted(name));
  }

  private byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw diagnostics.fatal(file, "is a folder, not a study");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return stream.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException missing) {
      throw diagnostics.fatal(file, "no such file");
    } catch (AccessDeniedException denied) {
      throw diagnostics.fatal(file, "no permission to read this file");
    } catch (IOException unreadable) {
      throw diagnostics.fatal(file, "cannot be read: " + unreadable.getMessage());
    }
  }

  private String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      Location place = locate(out.toString(), out.length());
      throw diagnostics.fatal(
          place,
          "byte 0x%02X is not UTF-8: is this a text file?".formatted(bytes[in.position()] & 0xFF));
    }
    return out.toString();
  }

  private void rejectControlCharacters(String text) {
    for (int index = 0;
        index < text.length();
        index += Character.charCount(text.codePointAt(index))) {
      int character = text.codePointAt(index);
      if (!StreamReader.isPrintable(character)) {
        throw diagnostics.fatal(
            locate(text, index),
            "character U+%04X cannot stand in YAML: is this a text file?".formatted(character));
      }
    }
  }

  private Location locate(String text, int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    long line = 1 + text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Location(file.source(), (int) line, 1 + text.codePointCount(lineStart, index));
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
