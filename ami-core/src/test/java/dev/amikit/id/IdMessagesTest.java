package dev.amikit.id;

import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 says of malformed IDs, letter by letter. */
class IdMessagesTest {
  private static final String ZEROS = "00000000000000000";

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "golden", "snap-12345678", "AMI-12345678", " ami-12345678"})
  @Rules({"MSG-004", "COM-02", "ID-08"})
  void what_does_not_begin_like_an_image_id(String text) {
    assertSays(
        () -> ImageId.of(text),
        "InvalidAMIID.Malformed",
        "Invalid id: \"" + text + "\" (expecting \"ami-...\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ami-", "ami-x", "ami-0123456789", "ami-1A2B3C4D", "ami-" + ZEROS})
  @Rules({"MSG-005", "COM-02", "ID-08"})
  void what_begins_like_an_image_id(String text) {
    assertSays(() -> ImageId.of(text), "InvalidAMIID.Malformed", "Invalid id: \"" + text + "\"");
  }

  @Test
  @Rules({"MSG-004", "QRY-02"})
  void of_several_malformed_image_ids_the_first() {
    assertSays(
        () -> ImageQuery.builder().imageIds("ami-12345678", "x", "ami-x").build(),
        "InvalidAMIID.Malformed",
        "Invalid id: \"x\" (expecting \"ami-...\")");
  }

  @Test
  @Rules({"MSG-004", "DEC-163"})
  void a_parameter_of_systems_manager_is_no_image_id_for_describe_images() {
    String parameter =
        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    assertSays(
        () -> ImageQuery.builder().imageIds(parameter).build(),
        "InvalidAMIID.Malformed",
        "Invalid id: \"" + parameter + "\" (expecting \"ami-...\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap-", "snap-x", "snap-123456789", "snap-" + ZEROS})
  @Rules({"MSG-008", "ID-11", "SQRY-03"})
  void what_begins_like_a_snapshot_id(String text) {
    assertSays(
        () -> SnapshotId.of(text),
        "InvalidSnapshotID.Malformed",
        "Value ( " + text + " ) for parameter SNAPSHOT is invalid. ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ami-12345678", "SNAP-12345678"})
  @Rules({"MSG-009", "ID-11"})
  void what_does_not_begin_like_a_snapshot_id(String text) {
    assertSays(
        () -> SnapshotId.of(text),
        "InvalidParameterValue",
        "Value (" + text + ") for parameter snapshotId is invalid. Expected: 'snap-...'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "vol-", "vol-x", "snap-12345678"})
  @Rules({"MSG-014", "ID-06"})
  void what_is_no_volume_id(String text) {
    assertSays(
        () -> VolumeId.of(text),
        "InvalidParameterValue",
        "Value (" + text + ") for parameter volumeId is invalid. Expected: 'vol-...'.");
  }

  @Test
  @Rules({"MSG-013", "MSG-014", "ID-06"})
  void the_volume_is_called_what_the_operation_calls_it() {
    for (String member : new String[] {"volumes", "volume"}) {
      assertThat(VolumeId.FORMAT.brokenBy(member, "x").message())
          .isEqualTo("Value (x) for parameter " + member + " is invalid. Expected: 'vol-...'.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ami-12345678", "I-12345678"})
  @Rules({"MSG-017", "ID-01"})
  void what_does_not_begin_like_an_instance_id(String text) {
    assertSays(
        () -> InstanceId.of(text),
        "InvalidInstanceID.Malformed",
        "Invalid id: \"" + text + "\" (expecting \"i-...\")");
  }

  @Test
  @Rules({"MSG-103", "ID-13", "PERM-05"})
  void what_is_no_account() {
    assertSays(
        () -> AccountId.of("123"),
        "InvalidAMIAttributeItemValue",
        "Invalid attribute item value \"123 \" for userId item type.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not-a-region", "us-east", "US-EAST-1"})
  @Rules({"MSG-082", "ID-26"})
  void what_is_no_region(String text) {
    assertSays(() -> Region.of(text), "InvalidRegion", text + " is not a valid region name");
  }

  @Test
  void what_else_is_malformed_is_told_in_the_same_manner() {
    assertSays(() -> InstanceId.of("i-x"), "InvalidInstanceID.Malformed", "Invalid id: \"i-x\"");
    assertSays(() -> KernelId.of("aki-x"), "InvalidKernelId.Malformed", "Invalid id: \"aki-x\"");
    assertSays(
        () -> KernelId.of("ari-12345678"),
        "InvalidKernelId.Malformed",
        "Invalid id: \"ari-12345678\" (expecting \"aki-...\")");
    assertSays(() -> RamdiskId.of("ari-x"), "InvalidRamDiskId.Malformed", "Invalid id: \"ari-x\"");
    assertSays(
        () -> RamdiskId.of("aki-12345678"),
        "InvalidRamDiskId.Malformed",
        "Invalid id: \"aki-12345678\" (expecting \"ari-...\")");
  }

  @Test
  @Rules({"DEC-177", "ID-08", "ID-11"})
  void an_image_or_snapshot_id_of_17_zeros_is_malformed_and_told_before_a_missing_one() {
    TestRegistry ec2 = new TestRegistry();
    assertSays(
        () -> ec2.owner()
            .describeImages(
                ImageQuery.builder().imageIds("ami-12345678", "ami-" + ZEROS).build()),
        "InvalidAMIID.Malformed",
        "Invalid id: \"ami-" + ZEROS + "\"");
    assertSays(
        () -> ec2.owner()
            .describeSnapshots(SnapshotQuery.builder()
                .snapshotIds("snap-12345678", "snap-" + ZEROS)
                .build()),
        "InvalidSnapshotID.Malformed",
        "Value ( snap-" + ZEROS + " ) for parameter SNAPSHOT is invalid. ");
  }

  @Test
  @Rules("DEC-177")
  void the_explanation_says_what_is_wrong_with_zeros() {
    assertThatThrownBy(() -> ImageId.of("ami-" + ZEROS))
        .hasMessageContaining("'ami-" + ZEROS + "' (17 zeros are none)");
    assertThatThrownBy(() -> SnapshotId.of("snap-" + ZEROS))
        .hasMessageContaining("'snap-" + ZEROS + "' (17 zeros are none)");
  }

  @ParameterizedTest
  @CsvSource({
    "ami-00000000, ami-00000000000000001",
    "ami-10000000000000000, ami-11111111111111111",
  })
  @Rules({"DEC-177", "ID-08"})
  void no_other_digits_are_checked(String one, String another) {
    assertThat(ImageId.of(one)).hasToString(one);
    assertThat(ImageId.of(another)).hasToString(another);
    assertThat(SnapshotId.of(one.replace("ami", "snap"))).isNotNull();
    assertThat(VolumeId.of("vol-" + ZEROS)).hasToString("vol-" + ZEROS);
    assertThat(InstanceId.of("i-" + ZEROS)).hasToString("i-" + ZEROS);
  }
}
