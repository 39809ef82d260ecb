package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.CREATED;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWatermarkTest {
  private static final WatermarkKey FOREIGN = new WatermarkKey(FRIEND, "theirs");

  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"WMK-06", "WMK-08", "WM-01", "IMG-35"})
  void attaching_answers_the_key_and_records_where_and_when() {
    ec2.put(image(1).build());
    WatermarkKey key = ec2.owner().attachImageWatermark(id(1), "team/mark_1");
    assertThat(key).hasToString("111122223333:team/mark_1");
    assertThat(present().imageWatermarks())
        .containsExactly(new ImageWatermark(key, id(1), HERE, CREATED, START));
  }

  @Test
  @Rules("IMG-35")
  void whoever_sees_the_image_sees_its_watermarks() {
    ec2.put(image(1).addImageWatermark(foreign()).addLaunchPermission(EVERYONE).build());
    for (AccountId account : List.of(OWNER, FRIEND, STRANGER)) {
      assertThat(ec2.as(account).describeImage(id(1)).orElseThrow().imageWatermarks())
          .as("for %s", account)
          .containsExactly(foreign());
    }
  }

  @Test
  @Rules({"WMK-14"})
  void attaching_the_name_again_answers_the_same_key_and_changes_nothing() {
    ec2.put(image(1).build());
    WatermarkKey key = ec2.owner().attachImageWatermark(id(1), "mark");
    ec2.pass(Duration.ofDays(1));
    assertUnchanged(
        ec2, () -> assertThat(ec2.owner().attachImageWatermark(id(1), "mark")).isEqualTo(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", " mark", "mark ", "ma:rk", "m\u00e4rk"})
  @Rules({"WMK-04", "WMK-05", "WM-02"})
  void a_bad_name_is_refused_before_the_image_is_looked_for(String name) {
    assertRefused(
        ec2::state,
        () -> ec2.owner().attachImageWatermark(UNKNOWN, name),
        "InvalidParameterValue",
        "watermark.name");
  }

  @Test
  @Rules({"WMK-01", "WM-03", "COM-12"})
  void only_the_owner_attaches_and_detaches() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    for (AccountId other : List.of(FRIEND, STRANGER)) {
      assertRefused(
          ec2::state,
          () -> ec2.as(other).attachImageWatermark(id(1), "mark"),
          "AuthFailure",
          "image.owner");
      assertRefused(
          ec2::state,
          () -> ec2.as(other).detachImageWatermark(id(1), FOREIGN),
          "AuthFailure",
          "image.owner");
    }
  }

  @Test
  @Rules({"WMK-02", "WM-05", "PUB-06", "ERR-10", "WMK-03"})
  void an_image_is_public_or_watermarked_but_not_both() {
    ec2.put(published(1).build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().attachImageWatermark(id(1), "mark"),
        "OperationNotPermitted",
        "attach-image-watermark.private");
    ec2.put(image(2).build());
    WatermarkKey key = ec2.owner().attachImageWatermark(id(2), "mark");
    ec2.owner().disableImageBlockPublicAccess();
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(id(2), grant(EVERYONE)),
        "OperationNotPermitted",
        "modify-launch-permission.public-without-watermarks");
    ec2.owner().detachImageWatermark(id(2), key);
    ec2.owner().modifyImageAttribute(id(2), grant(EVERYONE));
  }

  @Test
  @Rules({"WMK-07", "WMK-10", "WM-04", "QUOTA-11", "INV-11"})
  void an_image_has_at_most_five_inherited_ones_included() {
    ec2.put(image(1).addImageWatermark(foreign()).build());
    for (int i = 1; i <= 4; i++) {
      ec2.owner().attachImageWatermark(id(1), "mark-" + i);
    }
    assertThat(present().imageWatermarks())
        .extracting(watermark -> watermark.watermarkKey().accountId())
        .containsExactlyInAnyOrder(FRIEND, OWNER, OWNER, OWNER, OWNER);
    assertRefused(
        ec2::state,
        () -> ec2.owner().attachImageWatermark(id(1), "mark-5"),
        "ResourceLimitExceeded",
        "attach-image-watermark.at-most-five");
  }

  @Test
  @Rules({"WMK-12", "WM-07", "IDEM-08"})
  void detaching_what_is_not_there_succeeds_and_images_made_from_it_keep_theirs() {
    ec2.put(image(1).addImageWatermark(foreign()).build());
    ec2.put(image(2).addImageWatermark(foreign()).build());
    assertUnchanged(
        ec2, () -> ec2.owner().detachImageWatermark(id(1), new WatermarkKey(OWNER, "theirs")));
    ec2.owner().detachImageWatermark(id(1), FOREIGN);
    assertThat(present().imageWatermarks()).isEmpty();
    assertThat(ec2.registry.state().image(HERE, id(2)).orElseThrow().imageWatermarks())
        .containsExactly(foreign());
  }

  @Test
  @Rules({"WMK-13"})
  void the_owner_detaches_what_another_account_attached_to_the_source() {
    ec2.put(image(1).addImageWatermark(foreign()).build());
    ec2.owner().detachImageWatermark(id(1), FOREIGN);
    assertThat(present().imageWatermarks()).isEmpty();
  }

  @Test
  @Rules({"WMK-15"})
  void a_copy_is_the_source_of_what_is_attached_to_it() {
    Ami copy = image(1)
        .sourceImageId(id(9))
        .sourceImageRegion(THERE)
        .addImageWatermark(foreign())
        .build();
    ec2.put(copy);
    WatermarkKey key = ec2.owner().attachImageWatermark(id(1), "mark");
    assertThat(present().imageWatermarks())
        .containsExactly(foreign(), new ImageWatermark(key, id(1), HERE, CREATED, START));
  }

  @Test
  @Rules({"WMK-16", "DISABLE-16"})
  void watermarks_survive_disabling_enabling_and_deprecation() {
    ec2.put(image(1).build());
    ec2.owner().attachImageWatermark(id(1), "mark");
    List<ImageWatermark> watermarks = present().imageWatermarks();
    ec2.owner().enableImageDeprecation(id(1), START.plusSeconds(60));
    ec2.owner().disableImage(id(1));
    assertThat(present().imageWatermarks()).isEqualTo(watermarks);
    ec2.owner().attachImageWatermark(id(1), "while-disabled");
    ec2.owner().enableImage(id(1));
    assertThat(present().imageWatermarks()).hasSize(2).containsAll(watermarks);
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DEREGISTERED"})
  void an_image_that_is_neither_available_nor_disabled_gets_none(AmiState state) {
    ec2.put(image(1).state(state).build());
    refusedByStage();
    ec2.put(binned(1));
    refusedByStage();
  }

  private void refusedByStage() {
    assertRefused(
        ec2::state,
        () -> ec2.owner().attachImageWatermark(id(1), "mark"),
        "InvalidAMIID.Unavailable",
        "attach-image-watermark.stage");
    assertRefused(
        ec2::state,
        () -> ec2.owner().detachImageWatermark(id(1), FOREIGN),
        "InvalidAMIID.Unavailable",
        "detach-image-watermark.stage");
  }

  private static ImageWatermark foreign() {
    return new ImageWatermark(FOREIGN, id(9), THERE, CREATED, CREATED);
  }

  private Ami present() {
    return ec2.registry.state().image(HERE, id(1)).orElseThrow();
  }
}
