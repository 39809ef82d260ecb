package dev.amikit.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A document as others may write it: members in any order, twice, left out or unknown; values of
 * any shape and size; escapes and white space.
 */
final class DistortedJson {
  private static final ImmutableList<String> ODD = ImmutableList.of(
      "null",
      "true",
      "false",
      "0",
      "-1",
      "7",
      "70000",
      "2147483648",
      "99999999999999999999",
      "1.0",
      "1e400",
      "-0.25",
      "\"\"",
      "\"x\"",
      "\"available\"",
      "\"2026-02-29T24:00:00Z\"",
      "\"\\ud83d\\ude00\\u0000\"",
      "[]",
      "[null]",
      "[\"x\",{\"A\":[0.5]}]",
      "{}",
      "{\"Value\":\"x\"}",
      "{\"A\":1,\"B\":{\"A\":null}}",
      "{\"A\":1,\"A\":2}",
      "[{\"A\":{\"A\":1,\"B\":[],\"A\":2}}]",
      "[".repeat(50) + "]".repeat(50),
      "[".repeat(1_000),
      "{\"A\":".repeat(5_000),
      "01",
      "nul",
      "\"\t\"");

  private final StringBuilder text = new StringBuilder();
  private final Random random;
  private final double odds;

  private DistortedJson(Random random, double odds) {
    this.random = random;
    this.odds = odds;
  }

  /** The document with some distortions, each as likely as the odds say. */
  static String of(JsonNode document, Random random, double odds) {
    DistortedJson distorted = new DistortedJson(random, odds);
    distorted.write(document);
    if (distorted.happens()) {
      distorted.text.setLength(random.nextInt(distorted.text.length()));
    }
    return distorted.text.toString();
  }

  private boolean happens() {
    return random.nextDouble() < odds;
  }

  private void write(JsonNode node) {
    if (happens()) {
      text.append(ODD.get(random.nextInt(ODD.size())));
    } else if (node.isObject()) {
      writeObject(node);
    } else if (node.isArray()) {
      text.append('[');
      String comma = "";
      for (JsonNode element : node) {
        text.append(comma);
        write(element);
        comma = ",";
      }
      text.append(happens() ? ",null]" : "]");
    } else if (node.isTextual() && happens()) {
      writeText(node.textValue() + "?");
    } else {
      text.append(node);
    }
    text.append(happens() ? "\r\n\t " : "");
  }

  private void writeObject(JsonNode object) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    if (random.nextInt(4) == 0) {
      Collections.shuffle(members, random);
    }
    text.append('{');
    String comma = "";
    for (Map.Entry<String, JsonNode> member : members) {
      int times = happens() ? random.nextInt(3) : 1;
      for (int i = 0; i < times; i++) {
        text.append(comma);
        writeText(happens() ? unknown(member.getKey()) : member.getKey());
        text.append(':');
        write(member.getValue());
        comma = ",";
      }
    }
    text.append('}');
  }

  private String unknown(String name) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "[" + name;
      case 2 -> "." + name;
      default -> "Un" + name;
    };
  }

  private void writeText(String string) {
    boolean isEscaped = happens();
    text.append('"');
    for (char c : string.toCharArray()) {
      if (isEscaped || c < ' ' || c == '"' || c == '\\') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
