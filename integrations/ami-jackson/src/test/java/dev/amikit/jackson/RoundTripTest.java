package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.StateReason;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  private static final ImmutableList<Ami> AMIS =
      AmiJson.images().read(Documents.text("images.json")).orThrow();

  @Test
  void images_with_every_member_are_given_back_letter_by_letter() {
    assertThat(AmiJson.images().write(AMIS) + "\n").isEqualTo(Documents.text("images.json"));
  }

  @Test
  void snapshots_with_every_member_are_given_back_letter_by_letter() {
    String document = Documents.text("snapshots.json");
    assertThat(AmiJson.snapshots().write(AmiJson.snapshots().read(document).orThrow()) + "\n")
        .isEqualTo(document);
  }

  @Test
  void all_thirteen_image_attributes_are_given_back_letter_by_letter() {
    String document = Documents.text("image-attributes.json");
    assertThat(AmiJson.imageAttributes()
                .write(AmiJson.imageAttributes().read(document).orThrow()) + "\n")
        .isEqualTo(document);
  }

  @Test
  void snapshot_attributes_are_given_back_letter_by_letter() {
    String document = Documents.text("snapshot-attributes.json");
    SnapshotAttribute read = AmiJson.snapshotAttributes().read(document).orThrow();
    assertThat(AmiJson.snapshotAttributes().write(read) + "\n").isEqualTo(document);
  }

  @Test
  void the_test_documents_have_every_member_that_is_known() {
    assertThat(Documents.tree(Documents.text("images.json")).get("Images"))
        .flatExtracting(image -> ImmutableList.copyOf(image.fieldNames()))
        .containsAll(ImageShapes.AMI.names());
    assertThat(Documents.tree(Documents.text("snapshots.json"))
            .get("Snapshots")
            .get(0)
            .fieldNames())
        .toIterable()
        .containsExactlyElementsOf(SnapshotShapes.SNAPSHOT.names());
    assertThat(Documents.tree(Documents.text("image-attributes.json")).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(ImageShapes.IMAGE_ATTRIBUTE.names());
  }

  @Test
  void members_are_read_into_their_attributes() {
    Ami ami = AMIS.get(0);
    assertThat(ami.imageId()).isEqualTo(ImageId.of("ami-0123456789abcdef0"));
    assertThat(ami.ownerId()).isEqualTo(AccountId.of("111122223333"));
    assertThat(ami.isPublic()).isTrue();
    assertThat(ami.stateReason())
        .contains(new StateReason("Client.UserInitiated", "as its owner wished"));
    assertThat(ami.tags()).isEqualTo(Tags.of(Tag.of("Name", "golden"), Tag.of("empty", "")));
    assertThat(ami.blockDeviceMappings().get(2).noDevice()).contains("");
    assertThat(ami.rootDevice().get().ebs().get().throughput()).hasValue(250);
    assertThat(AMIS.get(1).isPublic()).isFalse();
    assertThat(AMIS.get(2).isWindows()).isTrue();
  }

  @Test
  @Rules("WM-01")
  void watermarks_have_the_members_of_the_API() {
    assertThat(AMIS.get(0).imageWatermarks())
        .containsExactly(new ImageWatermark(
            new WatermarkKey(AccountId.of("111122223333"), "golden origin"),
            ImageId.of("ami-0fedcba9876543210"),
            Region.US_EAST_1,
            Instant.parse("2026-10-01T01:02:03Z"),
            Instant.parse("2026-10-02T01:02:03.004Z")));
  }

  @ParameterizedTest
  @CsvSource({"80%, 80", "0%, 0", "100%, 100"})
  @Rules("SNAP-03")
  void progress_is_a_percentage(String text, int percent) {
    assertThat(snapshot(s -> s.put("Progress", text)).progress()).hasValue(percent);
  }

  @Test
  @Rules("SNAP-03")
  void progress_may_be_empty_or_absent() {
    assertThat(snapshot(s -> s.put("Progress", "")).progress()).isEmpty();
    assertThat(snapshot(s -> s.remove("Progress")).progress()).isEmpty();
  }

  @Test
  @Rules("LLT-06")
  void the_last_launched_time_has_seconds_and_the_other_times_milliseconds() {
    Ami ami = AMIS.get(0).toBuilder()
        .creationDate(Instant.parse("2026-11-01T00:00:00Z"))
        .lastLaunchedTime(Instant.parse("2026-11-02T00:00:00Z"))
        .build();
    assertThat(AmiJson.image().write(ami))
        .contains("\"CreationDate\": \"2026-11-01T00:00:00.000Z\"")
        .contains("\"LastLaunchedTime\": \"2026-11-02T00:00:00Z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T12:30:00.000Z, 2026-11-01T12:30:00Z",
    "2026-11-01T12:30:00Z, 2026-11-01T12:30:00Z",
    "2026-11-01T12:30:00.123456+00:00, 2026-11-01T12:30:00.123456Z",
    "2026-11-01T13:30:00.123+01:00, 2026-11-01T12:30:00.123Z",
    "2028-02-29T23:59:59.999Z, 2028-02-29T23:59:59.999Z",
  })
  void a_time_may_have_any_offset_and_fraction(String text, Instant time) {
    Ami ami = read(Documents.image(image -> image.put("CreationDate", text)));
    assertThat(ami.creationDate()).contains(time);
    assertThat(AmiJson.image().read(AmiJson.image().write(ami)).orThrow()).isEqualTo(ami);
  }

  @Test
  void a_time_of_empty_text_is_absent() {
    Ami ami = read(Documents.image(image -> image.put("CreationDate", "")));
    assertThat(ami.creationDate()).isEmpty();
    assertThat(Documents.tree(AmiJson.image().write(ami)).has("CreationDate")).isFalse();
  }

  @Test
  void null_is_absence() {
    Ami ami = read(Documents.image(image -> image.putNull("Description")));
    assertThat(ami.description()).isEmpty();
  }

  @Test
  void an_empty_list_of_devices_is_written_and_other_empty_lists_are_not() {
    String text = AmiJson.image().write(AMIS.get(1));
    assertThat(text).contains("\"BlockDeviceMappings\": []");
    assertThat(text).doesNotContain("Tags", "ProductCodes", "ImageWatermarks");
  }

  @Test
  void what_only_DescribeImageAttribute_tells_is_not_written_with_an_image() {
    Ami ami = AMIS.get(1).toBuilder()
        .launchPermissions(ImmutableSet.of(LaunchPermission.userId("444455556666")))
        .uefiData("QU1a")
        .build();
    assertThat(AmiJson.image().write(ami)).isEqualTo(AmiJson.image().write(AMIS.get(1)));
  }

  @Test
  @Rules("ATTR-19")
  void an_attribute_that_was_never_set_is_absent() {
    ImageAttribute read = AmiJson.imageAttributes()
        .read("{\"ImageId\": \"ami-01234567\", \"LastLaunchedTime\": {}}")
        .orThrow();
    assertThat(read.lastLaunchedTime()).isEmpty();
    assertThat(read.launchPermissions()).isEmpty();
  }

  @Test
  void attributes_are_joined_to_their_image() {
    ImageAttribute nobody = AmiJson.imageAttributes()
        .read("{\"ImageId\": \"ami-0123456789abcdef0\", \"LaunchPermissions\": []}")
        .orThrow();
    Ami joined = nobody.joinTo(AMIS.get(0));
    assertThat(joined.isPublic()).isFalse();
    assertThat(joined.launchPermissions()).hasValue(ImmutableSet.of());
    assertThat(AMIS.get(0).launchPermissions()).isEmpty();
    assertThat(joined.withIsPublic(AMIS.get(0).isPublic())).isEqualTo(AMIS.get(0));
  }

  @Test
  void an_image_without_the_member_public_is_not_public_and_tells_no_permissions() {
    Ami ami = read(Documents.image(image -> image.remove("Public")));
    assertThat(ami.isPublic()).isFalse();
    assertThat(ami.launchPermissions()).isEmpty();
  }

  @Test
  void permissions_of_nobody_are_written_and_those_that_were_not_told_are_not() {
    Ami untold = AMIS.get(0);
    Ami nobodys = untold.withLaunchPermissions(ImmutableSet.of());
    assertThat(AmiJson.imageAttributes().write(ImageAttribute.of(nobodys)))
        .contains("\"LaunchPermissions\": []");
    assertThat(AmiJson.imageAttributes().write(ImageAttribute.of(untold)))
        .doesNotContain("LaunchPermissions");
    assertThat(ImageAttribute.of(nobodys).joinTo(untold)).isEqualTo(nobodys);
    assertThat(ImageAttribute.of(untold).joinTo(untold)).isEqualTo(untold);
  }

  @Test
  void image_and_attributes_together_lose_nothing() {
    Ami ami = AMIS.get(0).toBuilder()
        .launchPermissions(
            ImmutableSet.of(LaunchPermission.userId("444455556666"), LaunchPermission.everyone()))
        .uefiData("QU1a")
        .build();
    Ami read = AmiJson.image().read(AmiJson.image().write(ami)).orThrow();
    ImageAttribute attributes = AmiJson.imageAttributes()
        .read(AmiJson.imageAttributes().write(ImageAttribute.of(ami)))
        .orThrow();
    assertThat(read).isNotEqualTo(ami);
    assertThat(attributes.joinTo(read)).isEqualTo(ami);
  }

  @Test
  void snapshot_attributes_are_joined_to_their_snapshot() {
    Snapshot snapshot = snapshot(
        s -> s.put("Encrypted", false).remove(ImmutableList.of("KmsKeyId", "DataEncryptionKeyId")));
    SnapshotAttribute attributes = AmiJson.snapshotAttributes()
        .read(Documents.text("snapshot-attributes.json"))
        .orThrow();
    Snapshot joined = attributes.joinTo(snapshot);
    assertThat(joined.createVolumePermissions())
        .containsExactlyInAnyOrder(
            CreateVolumePermission.everyone(), CreateVolumePermission.userId("444455556666"));
    assertThat(SnapshotAttribute.of(joined)).isEqualTo(attributes);
    assertThat(new SnapshotAttribute(snapshot.snapshotId(), Optional.empty(), Optional.empty())
            .joinTo(snapshot))
        .isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hypervisor",
        "ImageOwnerAlias",
        "RootDeviceType",
        "SriovNetSupport",
        "VirtualizationType",
        "BootMode",
        "TpmSupport",
        "ImdsSupport",
        "Architecture",
        "ImageType",
        "Platform",
        "/BlockDeviceMappings/0/Ebs/VolumeType",
        "/ProductCodes/0/ProductCodeType",
        "/StateReason/Code",
        "PlatformDetails",
        "UsageOperation"
      })
  @Rules({"DEC-07"})
  void a_word_of_tomorrow_is_kept(String member) {
    String pointer = member.startsWith("/") ? member : "/" + member;
    int last = pointer.lastIndexOf('/');
    ObjectNode image = Documents.image(i -> {
      if (member.equals("RootDeviceType")) {
        i.remove(ImmutableList.of("SourceInstanceId"));
      }
      ((ObjectNode) i.at(pointer.substring(0, last)))
          .put(pointer.substring(last + 1), "of-tomorrow");
    });

    assertThat(Documents.tree(AmiJson.image().write(read(image)))).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OwnerAlias", "StorageTier", "SseType", "TransferType", "State"})
  @Rules({"DEC-07"})
  void a_word_of_tomorrow_of_a_snapshot_is_kept(String member) {
    ObjectNode snapshot =
        (ObjectNode) Documents.tree(Documents.text("snapshots.json")).at("/Snapshots/0");
    snapshot
        .put(member, "of-tomorrow")
        .remove(List.of("RestoreExpiryTime", "CompletionDurationMinutes"));

    assertThat(Documents.tree(
            AmiJson.snapshot().write(AmiJson.snapshot().read(snapshot).orThrow())))
        .isEqualTo(snapshot);
  }

  @Test
  void a_document_is_written_in_one_line_if_asked() {
    String compact = AmiJson.images().compact().write(AMIS);
    assertThat(compact).doesNotContain("\n", ": ").startsWith("{\"Images\":[{\"PlatformDetails");
    assertThat(Documents.tree(compact)).isEqualTo(Documents.tree(Documents.text("images.json")));
    assertThat(AmiJson.image().compact().write(AMIS.get(1))).doesNotContain("\n");
  }

  @Test
  void bytes_are_written_in_UTF_8() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Ami ami = AMIS.get(0).withDescription(Optional.of("größer \uD83D\uDE00"));
    AmiJson.images().write(ImmutableList.of(ami), bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(AmiJson.images().write(ImmutableList.of(ami)));
  }

  private static Ami read(ObjectNode image) {
    return AmiJson.image().read(image).orThrow();
  }

  private static Snapshot snapshot(Consumer<ObjectNode> change) {
    ObjectNode snapshot = (ObjectNode)
        Documents.tree(Documents.text("snapshots.json")).get("Snapshots").get(0);
    change.accept(snapshot);
    return AmiJson.snapshot().read(snapshot).orThrow();
  }
}
