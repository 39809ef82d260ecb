package dev.amikit.image;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_NAME_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.rule.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Names of images, and those of watermarks, which have nearly the same form. */
class ImageNameTest {
  private static final Pattern REGISTRABLE = Pattern.compile("[a-zA-Z0-9 ()\\[\\]./'@_-]{3,128}");
  private static final AccountId ACCOUNT = AccountId.of("111122223333");

  @Rules({"NAME-01", "NAME-02", "COM-04"})
  @Property
  void a_name_to_be_given_has_the_documented_form(@ForAll("nearlyNames") String text) {
    assertThat(ImageName.of(text).isRegistrable())
        .as(text)
        .isEqualTo(REGISTRABLE.matcher(text).matches());
    assertThat(ImageName.REGISTRABLE.errorCode()).isEqualTo(INVALID_AMI_NAME_MALFORMED);
  }

  @Rules({"NAME-01", "COM-04"})
  @Property
  void a_name_to_be_given_has_3_to_128_characters(@ForAll @IntRange(max = 140) int length) {
    assertThat(ImageName.of("n".repeat(length)).isRegistrable())
        .isEqualTo(length >= 3 && length <= 128);
  }

  @Rules({"NAME-02", "COM-04"})
  @Property
  void a_name_to_be_given_has_no_other_character(@ForAll @CharRange(to = '\u024f') char c) {
    assertThat(ImageName.of("abc" + c).isRegistrable())
        .isEqualTo(REGISTRABLE.matcher("abc" + c).matches());
  }

  @Rules("NAME-08")
  @Property
  void reading_takes_any_name_as_it_stands(@ForAll String text) {
    assertThat(ImageName.of(text)).hasToString(text);
  }

  @Rules("NAME-08")
  @Example
  void reading_has_no_length_rule() {
    assertThat(ImageName.of("n".repeat(500)).value()).hasSize(500);
    assertThat(ImageName.of("")).hasToString("");
  }

  @Example
  void names_are_equal_and_ordered_as_texts_case_included() {
    assertThat(ImageName.of("golden"))
        .isEqualTo(ImageName.of("golden"))
        .isNotEqualTo(ImageName.of("Golden"))
        .isGreaterThan(ImageName.of("Golden"));
  }

  @Rules({"WMK-04", "WMK-05", "WM-02"})
  @Property
  void a_watermark_name_has_that_form_too_and_no_space_at_its_ends(
      @ForAll("nearlyNames") String text) {
    if (REGISTRABLE.matcher(text).matches() && text.equals(text.strip())) {
      assertThat(new WatermarkKey(ACCOUNT, text).name()).isEqualTo(text);
    } else {
      assertRefused(
          () -> new WatermarkKey(ACCOUNT, text), "watermark.name", "name", INVALID_PARAMETER_VALUE);
    }
  }

  @Rules("WMK-05")
  @Example
  void watermark_names_are_case_sensitive_and_may_hold_spaces_inside() {
    assertThat(new WatermarkKey(ACCOUNT, "base line"))
        .isNotEqualTo(new WatermarkKey(ACCOUNT, "Base Line"));
    assertRefused(() -> new WatermarkKey(ACCOUNT, " base"), "watermark.name");
    assertRefused(() -> new WatermarkKey(ACCOUNT, "base "), "watermark.name");
  }

  @Rules({"WMK-06", "WM-01", "WM-02"})
  @Example
  void a_watermark_key_is_account_colon_name() {
    WatermarkKey key = WatermarkKey.parse("011122223333:base line");
    assertThat(key).hasToString("011122223333:base line");
    assertThat(key.accountId()).isEqualTo(AccountId.of("011122223333"));
    assertThat(key.name()).isEqualTo("base line");
  }

  @Rules({"WMK-06", "WM-01"})
  @Example
  void another_text_is_no_watermark_key() {
    for (String text :
        new String[] {"", "base line", "1111:base line", ":base line", "amazon:ab"}) {
      assertRefused(
          () -> WatermarkKey.parse(text), "watermark.key-format", "", INVALID_PARAMETER_VALUE);
    }
    assertRefused(() -> WatermarkKey.parse("111122223333:"), "watermark.name");
    assertRefused(() -> WatermarkKey.parse("111122223333:base:line"), "watermark.name");
  }

  @Rules({"WMK-08", "WM-01"})
  @Example
  void a_watermark_records_where_it_was_first_attached() {
    ImageWatermark watermark = new ImageWatermark(
        new WatermarkKey(ACCOUNT, "base line"),
        ImageId.of("ami-1a2b3c4d"),
        Region.US_EAST_1,
        Instant.parse("2026-11-01T10:00:00Z"),
        Instant.parse("2026-11-02T10:00:00Z"));
    assertThat(watermark.sourceImageId()).hasToString("ami-1a2b3c4d");
    assertThat(watermark.sourceImageRegion()).isEqualTo(Region.US_EAST_1);
    assertThat(watermark.sourceImageCreationTime()).isEqualTo("2026-11-01T10:00:00Z");
    assertThat(watermark.watermarkCreationTime()).isEqualTo("2026-11-02T10:00:00Z");
    assertThat(Arrays.stream(ImageWatermark.class.getRecordComponents()).map(c -> c.getName()))
        .containsExactly(
            "watermarkKey",
            "sourceImageId",
            "sourceImageRegion",
            "sourceImageCreationTime",
            "watermarkCreationTime");
  }

  @Provide
  Arbitrary<String> nearlyNames() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("azAZ09 ()[]./-'@_").ofMinLength(1).ofMaxLength(8),
        Arbitraries.strings().withChars("azAZ09 ()[]./-'@_").ofMinLength(125).ofMaxLength(131),
        Arbitraries.strings().withChars("aZ0 _é{:,\n\t").ofMinLength(2).ofMaxLength(6));
  }
}
