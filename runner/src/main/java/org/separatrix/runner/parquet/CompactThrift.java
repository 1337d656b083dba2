package org.separatrix.runner.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes structures in Thrift's compact protocol, as far as the headers and the footer of a Parquet
 * file need it. Fields of a structure are written in the order of their ids.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">
 *     the protocol</a>
 */
final class CompactThrift {
  private static final int INT32 = 5;
  private static final int INT64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  /** The largest length of a list that fits into its first byte. */
  private static final int SHORT = 14;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int lastField;

  byte[] bytes() {
    return out.toByteArray();
  }

  CompactThrift int32(int field, int value) {
    field(field, INT32);
    varint(zigzag(value));
    return this;
  }

  CompactThrift int64(int field, long value) {
    field(field, INT64);
    varint(zigzag(value));
    return this;
  }

  CompactThrift text(int field, String value) {
    field(field, BINARY);
    text(value);
    return this;
  }

  CompactThrift int32s(int field, List<Integer> values) {
    list(field, INT32, values.size());
    values.forEach(value -> varint(zigzag(value)));
    return this;
  }

  CompactThrift texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(this::text);
    return this;
  }

  /** Begins a list of structures, each to be put between {@link #begin} and {@link #end}. */
  CompactThrift structs(int field, int count) {
    list(field, STRUCT, count);
    return this;
  }

  /** Begins a structure that is a field. */
  CompactThrift begin(int field) {
    field(field, STRUCT);
    return begin();
  }

  /** Begins a structure that is an item of a list. */
  CompactThrift begin() {
    outer.push(lastField);
    lastField = 0;
    return this;
  }

  /** Ends the structure that was begun last. */
  CompactThrift end() {
    out.write(0);
    lastField = outer.pop();
    return this;
  }

  /** Ends the outermost structure, which is not begun. */
  byte[] stop() {
    out.write(0);
    return bytes();
  }

  private void field(int field, int type) {
    out.write(((field - lastField) << 4) | type);
    lastField = field;
  }

  private void list(int field, int type, int count) {
    field(field, LIST);
    if (count <= SHORT) {
      out.write((count << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(count);
    }
  }

  private void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    out.writeBytes(utf8);
  }

  private void varint(long value) {
    writeVarint(out, value);
  }

  /** Writes seven bits to a byte, the lowest first. */
  static void writeVarint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }
}
