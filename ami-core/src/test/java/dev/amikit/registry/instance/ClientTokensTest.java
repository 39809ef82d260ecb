package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same request with the same client token is carried out once. */
class ClientTokensTest {
  private static final String TOO_LONG =
      "Client token must be less than or equal to 64 characters.";
  private static final String USED = "Client token already used before.";

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;
  private final RunInstances launch =
      TestLaunch.request().minCount(2).maxCount(2).clientToken("token").build();

  ClientTokensTest() {
    at.putPublic();
  }

  private static CreateVolume volume(String token, Tags... tags) {
    return new CreateVolume(
        EbsBlockDevice.blank(VolumeType.GP3, 8),
        ImmutableList.copyOf(tags).stream()
            .map(given -> new TagSpecification("volume", given))
            .collect(ImmutableList.toImmutableList()),
        Optional.of(token));
  }

  @Test
  @Rules({"IDEM-03", "DEC-67"})
  void a_launch_that_is_repeated_has_the_same_instances_as_they_are_by_now() {
    Reservation first = ec2.owner().runInstances(launch);
    assertThat(first.instances()).hasSize(2);
    assertThat(at.launch()).as("of another launch").isNotIn(first.instances());
    PartitionState launched = ec2.state();
    assertThat(ec2.owner().runInstances(launch)).isEqualTo(first);
    assertThat(ec2.state()).isEqualTo(launched);

    InstanceId stopped = first.instances().get(1).instanceId();
    ec2.owner().stopInstances(stopped);
    Instance now = ec2.state().instance(HERE, stopped).orElseThrow();
    assertThat(ec2.owner().runInstances(launch).instances())
        .containsExactly(first.instances().get(0), now);
  }

  @Test
  @Rules({"IDEM-03", "DEC-67"})
  void a_volume_that_is_asked_for_again_is_the_same() {
    Volume first = ec2.owner().createVolume(volume("token"));
    assertThat(ec2.owner().createVolume(volume("token"))).isEqualTo(first);
    assertThat(ec2.state().in(HERE).volumes().all()).hasSize(1);
  }

  @Test
  @Rules("IDEM-04")
  void another_request_with_the_token_is_refused() {
    ec2.owner().runInstances(launch);
    assertSays(
        () -> ec2.owner().runInstances(launch.toBuilder().maxCount(3).build()),
        "IdempotentParameterMismatch",
        USED);
    ec2.owner().createVolume(volume("token"));
    assertSays(
        () -> ec2.owner().createVolume(volume("token", Tags.of("a", "b"))),
        "IdempotentParameterMismatch",
        USED);
  }

  @Test
  @Rules("IDEM-04")
  void tags_in_another_order_are_the_same_request() {
    Volume first =
        ec2.owner().createVolume(volume("token", Tags.of("a", "1").with(Tags.of("b", "2"))));
    assertThat(ec2.owner().createVolume(volume("token", Tags.of("b", "2").with(Tags.of("a", "1")))))
        .isEqualTo(first);
  }

  @Test
  @Rules({"IDEM-04", "BDM-09", "DEC-41"})
  void devices_in_another_order_are_the_same_request_and_fewer_are_not() {
    BlockDeviceMapping one = ebs(DeviceName.of("/dev/sdf"), volume -> volume.volumeSize(1));
    BlockDeviceMapping two = ebs(DeviceName.of("/dev/sdg"), volume -> volume.volumeSize(2));
    RunInstances.Builder request = launch.toBuilder();
    Reservation first =
        ec2.owner().runInstances(request.blockDeviceMappings(List.of(one, two)).build());
    assertThat(ec2.owner()
            .runInstances(request.blockDeviceMappings(List.of(two, one)).build()))
        .isEqualTo(first);
    assertSays(
        () -> ec2.owner().runInstances(request.blockDeviceMappings(List.of(two)).build()),
        "IdempotentParameterMismatch",
        USED);
  }

  @Test
  @Rules({"IDEM-02", "IDEM-05", "DEC-67", "IDEM-07"})
  void a_token_counts_for_an_operation_an_account_and_a_region_and_by_its_case() {
    ec2.owner().runInstances(launch);
    ec2.owner().createVolume(volume("token"));
    ec2.owner().createVolume(volume("Token"));
    ec2.as(FRIEND).createVolume(volume("token"));
    ec2.as(OWNER, THERE).createVolume(volume("token"));
    assertThat(ec2.as(FRIEND).runInstances(launch).ownerId()).isEqualTo(FRIEND);
    assertThat(ec2.state().in(THERE).volumes().all()).hasSize(1);
  }

  @Test
  void a_token_is_forgotten_with_what_it_stands_for() {
    Volume volume = ec2.owner().createVolume(volume("token"));
    ec2.owner().deleteVolume(volume.volumeId());
    assertThat(ec2.owner().createVolume(volume("token")).volumeId())
        .isNotEqualTo(volume.volumeId());

    Reservation first = ec2.owner().runInstances(launch);
    ec2.owner()
        .terminateInstances(
            first.instances().stream().map(Instance::instanceId).toArray(InstanceId[]::new));
    assertThat(ec2.owner().runInstances(launch).reservationId()).isEqualTo(first.reservationId());
    ec2.pass(Duration.ofHours(1));
    assertThat(ec2.owner().runInstances(launch).reservationId())
        .isNotEqualTo(first.reservationId());
  }

  @Test
  @Rules({"MSG-172", "IDEM-02"})
  void a_token_has_at_most_64_characters() {
    String longest = "x".repeat(64);
    ec2.owner().createVolume(volume(longest));
    ec2.owner().runInstances(launch.toBuilder().clientToken(longest).build());
    assertSays(
        () -> ec2.owner().createVolume(volume(longest + "x")), "InvalidParameterValue", TOO_LONG);
    assertSays(
        () -> ec2.owner()
            .runInstances(launch.toBuilder().clientToken(longest + "x").build()),
        "InvalidParameterValue",
        TOO_LONG);
  }
}
