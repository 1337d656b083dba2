package org.separatrix.runner.certify;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.interval.Interval;

/**
 * Numbers and intervals as a certificate keeps them: {@code {"hex": "0x1.6p3", "decimal": 11.0}}
 * and {@code {"hex": ["0x0.0p0", "0x1.0p0"], "decimal": [0.0, 1.0]}}.
 *
 * <p>The hexadecimal numbers are those of {@link Double#toHexString}, exact. The decimals are for
 * people; they are the shortest that read as the same double, and one that does not is refused.
 */
final class ExactNumbers {
  private ExactNumbers() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addSerializer(
            Exact.class,
            new JsonSerializer<>() {
              @Override
              public void serialize(Exact number, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeRawValue(
                    "{\"hex\": %s, \"decimal\": %s}"
                        .formatted(hex(number.value()), decimal(number.value())));
              }
            })
        .addSerializer(
            Interval.class,
            new JsonSerializer<>() {
              @Override
              public void serialize(Interval x, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeRawValue(
                    "{\"hex\": [%s, %s], \"decimal\": [%s, %s]}"
                        .formatted(
                            hex(x.low()), hex(x.high()), decimal(x.low()), decimal(x.high())));
              }
            })
        .addDeserializer(
            Exact.class,
            new JsonDeserializer<>() {
              @Override
              public Exact deserialize(JsonParser json, DeserializationContext context)
                  throws IOException {
                JsonNode node = json.readValueAsTree();
                return new Exact(number(node.path("hex"), node.path("decimal"), context));
              }
            })
        .addDeserializer(
            Interval.class,
            new JsonDeserializer<>() {
              @Override
              public Interval deserialize(JsonParser json, DeserializationContext context)
                  throws IOException {
                JsonNode node = json.readValueAsTree();
                return interval(node, context);
              }
            });
  }

  private static String hex(double value) {
    return "\"" + Double.toHexString(value) + "\"";
  }

  private static String decimal(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"";
  }

  private static Interval interval(JsonNode node, DeserializationContext context)
      throws IOException {
    JsonNode hex = node.path("hex");
    JsonNode decimal = node.path("decimal");
    if (hex.size() != 2 || decimal.size() != 2) {
      return context.reportInputMismatch(
          Interval.class, "%s is no interval: two numbers are needed, in both notations", node);
    }
    double low = number(hex.get(0), decimal.get(0), context);
    double high = number(hex.get(1), decimal.get(1), context);
    try {
      return new Interval(low, high);
    } catch (IllegalArgumentException disordered) {
      return context.reportInputMismatch(Interval.class, "%s", disordered.getMessage());
    }
  }

  private static double number(
      @Nullable JsonNode hex, @Nullable JsonNode decimal, DeserializationContext context)
      throws IOException {
    if (hex == null || decimal == null || !hex.isTextual() || !decimal.isValueNode()) {
      return context.<Double>reportInputMismatch(
          Exact.class, "a number needs 'hex', a text, and 'decimal'; got %s and %s", hex, decimal);
    }
    double exact;
    double shown;
    try {
      exact = Double.parseDouble(hex.asText());
      shown = decimal.isNumber() ? decimal.doubleValue() : Double.parseDouble(decimal.asText());
    } catch (NumberFormatException noNumber) {
      return context.<Double>reportInputMismatch(
          Exact.class, "%s or %s is no number", hex, decimal);
    }
    if (Double.isNaN(exact) || exact != shown) {
      return context.<Double>reportInputMismatch(
          Exact.class,
          "the decimal %s is not the number %s, which is %s",
          decimal,
          hex.asText(),
          exact);
    }
    return exact;
  }
}
