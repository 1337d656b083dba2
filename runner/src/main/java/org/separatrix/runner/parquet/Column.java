package org.separatrix.runner.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and the values of the rows that have not been written yet. Any value may be
 * missing.
 */
public final class Column {
  /** What the values are. */
  public enum Type {
    /** A whole number of 64 bits. */
    WHOLE(2),
    /** A number of 64 bits; it may be NaN or infinite. */
    NUMBER(5),
    /** A text, of which there are few different ones. */
    TEXT(6);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    /** Returns Parquet's number of the physical type. */
    int code() {
      return code;
    }
  }

  private final String name;
  private final Type type;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private long[] bits = new long[64];
  private int[] present = new int[64];
  private int rows;
  private int values;

  /**
   * Creates an empty column.
   *
   * @param name its name
   * @param type what its values are
   */
  public Column(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  Type type() {
    return type;
  }

  /** Adds a whole number. */
  public void add(long value) {
    require(Type.WHOLE);
    addBits(value);
  }

  /** Adds a number. */
  public void add(double value) {
    require(Type.NUMBER);
    addBits(Double.doubleToLongBits(value));
  }

  /** Adds a text, or that there is none. */
  public void add(@Nullable String value) {
    require(Type.TEXT);
    if (value == null) {
      addMissing();
    } else {
      addBits(texts.computeIfAbsent(value, key -> texts.size()));
    }
  }

  /** Adds a value of the type that the column has, or that there is none. */
  public void addObject(@Nullable Object value) {
    if (value == null) {
      addMissing();
    } else if (type == Type.TEXT) {
      add(value.toString());
    } else if (type == Type.WHOLE) {
      add(((Number) value).longValue());
    } else {
      add(((Number) value).doubleValue());
    }
  }

  /** Adds that there is no value. */
  public void addMissing() {
    row(0);
  }

  private void addBits(long value) {
    if (values == bits.length) {
      bits = Arrays.copyOf(bits, 2 * values);
    }
    bits[values++] = value;
    row(1);
  }

  private void row(int isPresent) {
    if (rows == present.length) {
      present = Arrays.copyOf(present, 2 * rows);
    }
    present[rows++] = isPresent;
  }

  private void require(Type wanted) {
    if (type != wanted) {
      throw new IllegalArgumentException("column '%s' has the type %s".formatted(name, type));
    }
  }

  int rows() {
    return rows;
  }

  int distinctTexts() {
    return texts.size();
  }

  /** Returns the texts that occur, each with its length before it; empty if these are numbers. */
  Optional<byte[]> dictionary() {
    if (type != Type.TEXT) {
      return Optional.empty();
    }
    int length = 0;
    for (String text : texts.keySet()) {
      length += Integer.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }
    byte[] bytes = new byte[length];
    ByteBuffer buffer = littleEndian(bytes);
    for (String text : texts.keySet()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      buffer.putInt(utf8.length).put(utf8);
    }
    return Optional.of(bytes);
  }

  /** Returns which rows have a value, and the values. */
  byte[] page() {
    byte[] levels = Levels.encode(present, rows, 1);
    byte[] content = type == Type.TEXT ? indices() : numbers();
    byte[] page = new byte[Integer.BYTES + levels.length + content.length];
    littleEndian(page).putInt(levels.length).put(levels).put(content);
    return page;
  }

  private byte[] indices() {
    int[] index = new int[values];
    for (int i = 0; i < values; i++) {
      index[i] = (int) bits[i];
    }
    int width = Levels.width(Math.max(0, texts.size() - 1));
    byte[] encoded = Levels.encode(index, values, width);
    return ByteBuffer.allocate(1 + encoded.length).put((byte) width).put(encoded).array();
  }

  private byte[] numbers() {
    byte[] bytes = new byte[Long.BYTES * values];
    littleEndian(bytes).asLongBuffer().put(bits, 0, values);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Forgets the rows. */
  void clear() {
    rows = 0;
    values = 0;
    texts.clear();
  }
}
