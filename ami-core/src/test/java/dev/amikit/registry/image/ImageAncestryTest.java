package dev.amikit.registry.image;

import static dev.amikit.registry.TestImages.CREATED;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAncestryTest {
  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"ANC-04", "ANC-05", "QRY-25", "INV-15"})
  void the_line_begins_with_the_image_and_goes_from_parent_to_parent() {
    ec2.put(child(1, 2, HERE).build());
    ec2.put(child(2, 3, HERE).build());
    ec2.put(image(3).imageOwnerAlias(OwnerAlias.AMAZON).build());
    assertThat(ec2.owner().getImageAncestry(id(1)))
        .containsExactly(
            new ImageAncestryEntry(
                Optional.of(CREATED),
                id(1),
                Optional.empty(),
                Optional.of(id(2)),
                Optional.of(HERE)),
            new ImageAncestryEntry(
                Optional.of(CREATED),
                id(2),
                Optional.empty(),
                Optional.of(id(3)),
                Optional.of(HERE)),
            new ImageAncestryEntry(
                Optional.of(CREATED),
                id(3),
                Optional.of(OwnerAlias.AMAZON),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  @Rules({"ANC-09", "ANC-10", "ANC-03"})
  void it_crosses_regions_and_accounts_also_where_the_caller_sees_nothing() {
    ec2.put(child(1, 2, THERE).build());
    Ami foreign = child(2, 3, HERE).ownerId(FRIEND).build();
    ec2.registry.aws().happen(new RegistryEvent.ImageCreated(THERE, foreign));
    ec2.put(image(3).ownerId(STRANGER).build());
    assertThat(line(1)).containsExactly(id(1), id(2), id(3));
    assertThat(TestImages.sees(ec2, TestRegistry.OWNER, id(3))).isFalse();
  }

  @Test
  @Rules({"DEREG-19", "ANC-03"})
  void an_image_keeps_its_source_when_that_is_deregistered() {
    SnapshotId snapshot = ec2.snapshot();
    ec2.put(image(1, snapshot).build());
    ImageId copy = ec2.owner()
        .copyImage(CopyImage.builder()
            .sourceRegion(HERE)
            .sourceImageId(id(1))
            .name(ImageName.of("copy"))
            .build());
    ec2.owner().deregisterImage(id(1));
    Ami descendant = ec2.owner().describeImage(copy).orElseThrow();
    assertThat(descendant.sourceImageId()).contains(id(1));
    assertThat(descendant.sourceImageRegion()).contains(HERE);
    assertThat(ec2.owner().getImageAncestry(copy))
        .extracting(ImageAncestryEntry::imageId)
        .containsExactly(copy, id(1));
  }

  @Test
  @Rules({"ANC-03"})
  void it_goes_through_ancestors_that_were_deregistered() {
    ec2.put(child(1, 2, HERE).build());
    ec2.put(child(2, 3, HERE).state(AmiState.DEREGISTERED).build());
    ec2.put(image(3).build());
    assertThat(line(1)).containsExactly(id(1), id(2), id(3));
  }

  @Test
  @Rules({"ANC-03", "ANC-06"})
  void it_ends_where_nothing_is_on_record_any_more_and_the_source_still_shows() {
    ec2.put(child(1, 2, HERE).build());
    ec2.put(child(2, 3, HERE).state(AmiState.DEREGISTERED).build());
    ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id(2)));
    assertThat(line(1)).containsExactly(id(1));
    assertThat(ec2.owner().getImageAncestry(id(1)).get(0).sourceImageId()).hasValue(id(2));
  }

  @ParameterizedTest
  @CsvSource({
    "amazon, true, true",
    "aws-marketplace, true, true",
    "aws-backup-vault, true, false",
    "amazon, false, false"
  })
  @Rules({"ANC-06", "ANC-07", "ANC-05"})
  void a_public_image_of_a_verified_provider_is_the_root(
      String alias, boolean isPublic, boolean isRoot) {
    ec2.put(child(1, 2, HERE).build());
    Ami.Builder provided = child(2, 3, HERE).ownerId(FRIEND).imageOwnerAlias(OwnerAlias.of(alias));
    ec2.put((isPublic ? provided.addLaunchPermission(EVERYONE) : provided).build());
    ec2.put(image(3).build());
    if (isRoot) {
      assertThat(line(1)).containsExactly(id(1), id(2));
      ImageAncestryEntry root = ec2.owner().getImageAncestry(id(1)).get(1);
      assertThat(root.imageOwnerAlias()).hasValue(OwnerAlias.of(alias));
      assertThat(root.sourceImageId()).hasValue(id(3));
    } else {
      assertThat(line(1)).containsExactly(id(1), id(2), id(3));
    }
  }

  @Test
  @Rules({"ANC-06", "ANC-07"})
  void a_parent_in_another_partition_is_shown_and_not_followed() {
    Region china = Region.of("cn-north-1");
    ec2.put(child(1, 2, china).build());
    ec2.registry.aws().happen(new RegistryEvent.ImageCreated(china, image(2).build()));
    assertThat(line(1)).containsExactly(id(1));
    assertThat(ec2.owner().getImageAncestry(id(1)).get(0).sourceImageRegion()).hasValue(china);
  }

  @ParameterizedTest
  @ValueSource(ints = {49, 50, 51, 60})
  @Rules({"ANC-06", "ANC-08", "INV-15"})
  void it_has_at_most_50_entries(int generations) {
    for (int number = 1; number < generations; number++) {
      ec2.put(child(number, number + 1, HERE).build());
    }
    ec2.put(image(generations).build());
    assertThat(line(1)).hasSize(Math.min(50, generations)).startsWith(id(1), id(2));
  }

  /** No operation makes such images; they can be put in. */
  @Test
  @Rules("ANC-10")
  void no_image_comes_twice_even_if_two_name_each_other() {
    ec2.put(child(1, 2, HERE).build());
    ec2.put(child(2, 1, HERE).build());
    assertThat(line(1)).containsExactly(id(1), id(2));
    ec2.put(child(3, 3, HERE).build());
    assertThat(line(3)).containsExactly(id(3));
  }

  @Test
  @Rules({"ANC-09"})
  void the_image_must_be_visible_to_the_caller() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    assertThat(ec2.as(FRIEND).getImageAncestry(id(1))).hasSize(1);
    for (ImageId unseen : new ImageId[] {id(1), UNKNOWN}) {
      assertRefused(
          ec2::state,
          () -> ec2.as(STRANGER).getImageAncestry(unseen),
          "InvalidAMIID.NotFound",
          "image.exists");
    }
  }

  @Test
  void an_image_that_is_gone_or_in_the_recycle_bin_is_not_traced() {
    ec2.put(image(1).state(AmiState.DEREGISTERED).build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().getImageAncestry(id(1)),
        "InvalidAMIID.Unavailable",
        "image.not-gone");
    ec2.put(binned(1));
    assertRefused(
        ec2::state,
        () -> ec2.owner().getImageAncestry(id(1)),
        "InvalidAMIID.Unavailable",
        "image.not-binned");
  }

  private List<ImageId> line(int number) {
    return ec2.owner().getImageAncestry(id(number)).stream()
        .map(ImageAncestryEntry::imageId)
        .toList();
  }

  private static Ami.Builder child(int number, int parent, Region region) {
    return image(number).sourceImageId(id(parent)).sourceImageRegion(region);
  }
}
