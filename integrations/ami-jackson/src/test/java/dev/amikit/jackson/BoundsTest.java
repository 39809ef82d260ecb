package dev.amikit.jackson;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amikit.image.Ami;
import dev.amikit.rule.Violation;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document can ask for: the bound, and one beyond, however it is read. */
@Timeout(60)
class BoundsTest {
  private static final int MILLION = 1_000_000;

  /** A way to read a document. */
  record Way(String name, Function<String, AnswerDocument<Ami>> reading) {
    AnswerDocument<Ami> read(String document) {
      return reading.apply(document);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way("text", document -> AmiJson.images().read(document)),
        new Way("characters", document -> AmiJson.images().read(new StringReader(document))),
        new Way(
            "bytes",
            document -> AmiJson.images()
                .read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))),
        new Way(
            "characters, kept",
            document -> AmiJson.images().keepingUnknownMembers().read(new StringReader(document))));
  }

  private static String image(String member, String value) {
    return """
        {"Images": [{"ImageId": "ami-01234567", "%s": %s}]}""".formatted(member, value);
  }

  private static void refused(Way way, String document, String problem) {
    assertThatThrownBy(() -> way.read(document))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageStartingWith("line 1, column ")
        .hasMessageContaining(problem);
  }

  /** The document is read, and what became of its one record is told. */
  private static ReadResult.Refused<Ami> theOneOf(AnswerDocument<Ami> document) {
    assertThat(document.records()).hasSize(1);
    return (ReadResult.Refused<Ami>) document.records().get(0);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void it_is_nested_a_thousand_levels_deep(Way way) {
    String deepest = "[".repeat(997) + "]".repeat(997);
    assertThat(theOneOf(way.read(image("Deep", deepest))).unknownMembers()).containsExactly("Deep");
    refused(way, image("Deep", "[" + deepest + "]"), "nesting depth (1001)");
    refused(way, image("Deep", "{\"A\":".repeat(998)), "nesting depth (1001)");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_text_has_a_million_characters(Way way) {
    String longest = "x".repeat(MILLION);
    assertThat(theOneOf(way.read(image("Description", "\"" + longest + "\"")))
            .content()
            .get("Description")
            .textValue())
        .isEqualTo(longest);
    refused(way, image("Description", "\"" + longest + "x\""), "String value length (1000001)");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_number_has_a_thousand_digits(Way way) {
    String largest = "9".repeat(1_000);
    String volume = "[{\"DeviceName\": \"/dev/sdf\", \"Ebs\": {\"VolumeSize\": %s}}]";
    for (String number :
        new String[] {largest, "1e999999999", "1e-999999999", "0." + "3".repeat(999)}) {
      assertThat(theOneOf(way.read(image("BlockDeviceMappings", volume.formatted(number))))
              .violations())
          .extracting(Violation::rule)
          .contains(JsonRules.WHOLE_NUMBER);
    }
    refused(
        way,
        image("BlockDeviceMappings", volume.formatted(largest + "9")),
        "Number value length (1001)");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_name_has_fifty_thousand_characters(Way way) {
    String longest = "N".repeat(50_000);
    assertThat(theOneOf(way.read(image(longest, "1"))).unknownMembers()).containsExactly(longest);
    refused(way, image(longest + "N", "1"), "Name length (50001)");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_record_has_ten_million_characters_in_all_and_so_has_the_next(Way way) {
    String atTheBound = filled(999_981);
    assertThat(
            way.read("{\"Images\": [%s, %s]}".formatted(atTheBound, atTheBound)).records())
        .hasSize(2);
    refused(
        way,
        "{\"Images\": [%s, %s]}".formatted(atTheBound, filled(999_982)),
        "larger than 10000000");
    refused(way, "{\"Images\": [[" + "1,".repeat(6 * MILLION), "larger than 10000000");
  }

  /**
   * A record of 9 million characters, some more, and one for each of four brackets, one name of
   * four letters and ten values.
   */
  private static String filled(int more) {
    return IntStream.range(0, 10)
        .mapToObj(i -> "\"" + "x".repeat(i == 0 ? more : MILLION) + "\"")
        .collect(joining(",", "{\"Fill\":[", "]}"));
  }

  @Test
  void a_record_alone_is_bounded_like_one_of_a_list() {
    assertThat(AmiJson.image().read(filled(999_981))).isInstanceOf(ReadResult.Refused.class);
    assertThatThrownBy(() -> AmiJson.image().read(filled(999_982)))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("larger than 10000000");
    ObjectMapper mapper = new ObjectMapper().registerModule(new AmiModule());
    assertThatThrownBy(() -> mapper.readValue(filled(999_981), Ami.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageNotContaining("larger than");
    assertThatThrownBy(() -> mapper.readValue(filled(999_982), Ami.class))
        .hasMessageContaining("larger than 10000000");
  }

  /** 199 names of 50,000 letters, one shorter, "Images", and one for each. */
  @Test
  void what_stands_beside_the_records_has_ten_million_characters_in_all() {
    assertThat(AmiJson.images().read(beside(49_793)).unknownMembers()).hasSize(200);
    assertThatThrownBy(() -> AmiJson.images().read(beside(49_794)))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("larger than 10000000");
  }

  private static String beside(int last) {
    return IntStream.range(0, 200)
        .mapToObj(i -> ("\"%0" + (i == 199 ? last : 50_000) + "d\":0").formatted(i))
        .collect(joining(",", "{", ",\"Images\":[]}"));
  }

  @Test
  void what_is_kept_beside_the_records_counts_altogether() {
    String text = "\"" + "x".repeat(MILLION) + "\"";
    String document = IntStream.range(0, 10)
        .mapToObj(i -> "\"Beside%d\":%s".formatted(i, text))
        .collect(joining(",", "{", ",\"Images\":[]}"));
    assertThat(AmiJson.images().read(document).unknownMembers()).hasSize(10);
    assertThatThrownBy(() -> AmiJson.images().keepingUnknownMembers().read(document))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("larger than 10000000");
  }
}
