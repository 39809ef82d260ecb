package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.CREATED;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.assertUnchanged;
import static dev.amikit.lifecycle.Images.key;
import static dev.amikit.lifecycle.Images.watermarked;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.rule.Rules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final AttachWatermark ATTACH =
      new AttachWatermark(key("golden"), Region.US_EAST_1);

  @Test
  @Rules({"WMK-08", "WM-01", "WMK-15"})
  void a_watermark_records_the_image_that_it_is_attached_to_also_on_a_copy() {
    Ami copy = Images.image()
        .sourceImageId(ImageId.of("ami-0fedcba9876543210"))
        .sourceImageRegion(Region.EU_WEST_1)
        .build();
    ImageWatermark watermark = new ImageWatermark(
        key("golden"), ImageId.of("ami-0abcdef1234567890"), Region.US_EAST_1, CREATED, NOW);

    Decision<Ami> decision = ATTACH.decide(copy, NOW);

    assertThat(decision.events()).containsExactly(new WatermarkAttached(watermark));
    assertThat(decision.applyTo(copy).imageWatermarks()).containsExactly(watermark);
  }

  @Test
  @Rules("WMK-08")
  void an_image_that_does_not_tell_its_creation_counts_from_now() {
    Ami ami = Images.image().creationDate(Optional.empty()).build();

    assertThat(ATTACH.decide(ami, NOW).applyTo(ami).imageWatermarks())
        .extracting(ImageWatermark::sourceImageCreationTime)
        .containsExactly(NOW);
  }

  @Test
  @Rules({"WMK-02", "WM-05", "INV-03"})
  void a_public_image_gets_no_watermark() {
    assertRefused(
        ATTACH,
        Images.published().build(),
        NOW,
        "attach-image-watermark.private",
        "OperationNotPermitted");
  }

  @Test
  @Rules({"WMK-07", "WM-04", "QUOTA-11"})
  void there_is_a_fifth_watermark_but_no_sixth() {
    Ami four = watermarked(4).build();

    Ami five = ATTACH.decide(four, NOW).orThrow().applyTo(four);

    assertThat(five.imageWatermarks()).hasSize(5);
    assertRefused(
        new AttachWatermark(key("one more"), Region.US_EAST_1),
        five,
        NOW,
        "attach-image-watermark.at-most-five",
        "ResourceLimitExceeded");
  }

  @Test
  @Rules("WMK-14")
  void a_key_that_the_image_has_changes_nothing_even_when_there_are_five() {
    assertUnchanged(
        new AttachWatermark(key("mark-5"), Region.US_EAST_1), watermarked(5).build(), NOW);
  }

  @Test
  @Rules({"WMK-05", "WMK-10"})
  void names_differ_by_case_and_keys_by_account() {
    Ami ami = watermarked(1).build();
    WatermarkKey otherCase = key("Mark-1");
    WatermarkKey otherAccount = new WatermarkKey(AccountId.of("444455556666"), "mark-1");

    Ami two = new AttachWatermark(otherCase, Region.US_EAST_1).decide(ami, NOW).applyTo(ami);
    Ami three =
        new AttachWatermark(otherAccount, Region.US_EAST_1).decide(two, NOW).applyTo(two);

    assertThat(three.imageWatermarks())
        .extracting(ImageWatermark::watermarkKey)
        .containsExactly(key("mark-1"), otherCase, otherAccount);
  }

  @Test
  @Rules({"WMK-12", "WM-07"})
  void detaching_takes_the_full_key_and_one_that_is_not_there_changes_nothing() {
    Ami ami = watermarked(2).build();
    Decision<Ami> decision = new DetachWatermark(key("mark-2")).decide(ami, NOW);

    assertThat(decision.events()).containsExactly(new WatermarkDetached(key("mark-2")));
    Ami detached = decision.applyTo(ami);
    assertThat(detached).isEqualTo(watermarked(1).build());
    assertUnchanged(new DetachWatermark(key("mark-2")), detached, NOW);
    assertUnchanged(
        new DetachWatermark(new WatermarkKey(AccountId.of("444455556666"), "mark-1")),
        detached,
        NOW);
  }

  @Test
  @Rules("WMK-13")
  void a_key_of_another_account_can_be_detached() {
    WatermarkKey foreign = new WatermarkKey(AccountId.of("444455556666"), "theirs");
    Ami ami = Images.image()
        .addImageWatermark(new ImageWatermark(
            foreign, ImageId.of("ami-0fedcba9876543210"), Region.EU_WEST_1, CREATED, CREATED))
        .build();

    assertThat(new DetachWatermark(foreign).decide(ami, NOW).applyTo(ami))
        .isEqualTo(Images.available());
  }

  @Test
  @Rules("WMK-16")
  void watermarks_survive_deprecation_and_can_change_while_disabled() {
    Ami ami = watermarked(2).build();
    Ami deprecated = new EnableDeprecation(NOW).decide(ami, NOW).applyTo(ami);
    Ami disabled = new Disable().decide(deprecated, NOW).applyTo(deprecated);

    assertThat(disabled.imageWatermarks()).isEqualTo(ami.imageWatermarks());
    assertThat(ATTACH.decide(disabled, NOW).applyTo(disabled).imageWatermarks()).hasSize(3);
  }
}
