package dev.amikit.id;

import static dev.amikit.rule.ErrorCode.INVALID_REGION;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
  @Rules("ID-16")
  @ParameterizedTest
  @CsvSource({
    "us-east-1, aws",
    "us-west-2, aws",
    "ap-southeast-3, aws",
    "eu-central-1, aws",
    "mx-central-1, aws",
    "cn-north-1, aws-cn",
    "cn-northwest-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-gov-east-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc",
    "zz-somewhere-12, aws"
  })
  void a_region_code_is_kept_known_or_new_and_tells_the_partition(String code, String partition) {
    assertThat(Region.of(code)).hasToString(code);
    assertThat(Region.of(code).partition()).isEqualTo(partition);
  }

  @Rules("ID-16")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "us",
        "us-1",
        "1",
        "us-east",
        "us-east-",
        "us-east-1a",
        "us-east-1-",
        "-us-east-1",
        "us--east-1",
        "US-EAST-1",
        "us_east_1",
        "us-east-1 ",
        "us-east-1-2",
        "us-e4st-1",
        "us-east-١",
        "antarctica"
      })
  void anything_else_is_no_region_code(String text) {
    assertRefused(() -> Region.of(text), "region.format", "", INVALID_REGION);
  }

  @Rules("ID-16")
  @Property
  void a_region_code_is_words_and_a_number(@ForAll("nearlyCodes") String text) {
    assertThat(accepts(text)).as(text).isEqualTo(text.matches("[a-z]+(-[a-z]+)+-[0-9]+"));
  }

  @Provide
  Arbitrary<String> nearlyCodes() {
    Arbitrary<String> part = Arbitraries.of("us", "gov", "e", "west", "1", "10", "", "A", "x1");
    return part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("-", parts));
  }

  @Test
  void the_constants_are_the_regions_they_are_named_after() {
    assertThat(Region.US_EAST_1).isEqualTo(Region.of("us-east-1"));
    assertThat(Region.US_EAST_2).isEqualTo(Region.of("us-east-2"));
    assertThat(Region.US_WEST_2).isEqualTo(Region.of("us-west-2"));
    assertThat(Region.EU_WEST_1).isEqualTo(Region.of("eu-west-1"));
    assertThat(Region.EU_CENTRAL_1).isEqualTo(Region.of("eu-central-1"));
    assertThat(Region.AP_NORTHEAST_1).isEqualTo(Region.of("ap-northeast-1"));
    assertThat(Region.EU_WEST_1).isLessThan(Region.US_EAST_1);
  }

  private static boolean accepts(String text) {
    try {
      return Region.of(text).code().equals(text);
    } catch (RuleViolationException e) {
      return false;
    }
  }
}
