package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestLaunch.request;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the operations on instances and volumes answer with, and what they keep of a request. */
class InstanceAnswersTest {
  private static final DeviceName MORE = DeviceName.of("/dev/sdg");
  private static final InstanceId UNKNOWN = InstanceId.of("i-0abcdef1234567890");

  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @BeforeEach
  void there_is_an_image() {
    at.put(image -> image);
  }

  @Nested
  class A_reservation {
    @Test
    @Rules("LAUNCH-23")
    void is_of_the_instances_that_were_launched_together() {
      Reservation two = ec2.owner().runInstances(request().maxCount(2).build());
      Reservation one = ec2.owner().runInstances(request().build());

      assertThat(two.ownerId()).isEqualTo(OWNER);
      assertThat(two.instances())
          .hasSize(2)
          .extracting(Instance::reservationId)
          .containsOnly(two.reservationId());
      assertThat(two.reservationId()).matches("r-[0-9a-f]{17}").isNotEqualTo(one.reservationId());
      assertThat(ec2.owner().describeInstances()).containsExactlyInAnyOrder(two, one);
    }

    @Test
    void has_only_the_instances_that_are_asked_for() {
      Reservation two = ec2.owner().runInstances(request().maxCount(2).build());
      Instance second = two.instances().get(1);

      assertThat(ec2.owner().describeInstances(second.instanceId()))
          .containsExactly(new Reservation(two.reservationId(), OWNER, ImmutableList.of(second)));
    }
  }

  @Nested
  class Several_instances {
    private final InstanceId[] all = new InstanceId[3];

    @BeforeEach
    void are_there() {
      ImmutableList<Instance> instances =
          ec2.owner().runInstances(request().maxCount(3).build()).instances();
      instances.stream().map(Instance::instanceId).sorted().toList().toArray(all);
    }

    @Test
    @Rules("DEC-148")
    void tell_the_state_before_and_the_state_now() {
      ec2.owner().stopInstances(all[1]);

      assertThat(ec2.owner().stopInstances(all[2], all[1], all[0]))
          .containsExactly(
              new InstanceStateChange(all[0], InstanceState.STOPPED, InstanceState.RUNNING),
              new InstanceStateChange(all[1], InstanceState.STOPPED, InstanceState.STOPPED),
              new InstanceStateChange(all[2], InstanceState.STOPPED, InstanceState.RUNNING));
      assertThat(ec2.owner().startInstances(all[0]))
          .containsExactly(
              new InstanceStateChange(all[0], InstanceState.RUNNING, InstanceState.STOPPED));
      assertThat(ec2.owner().terminateInstances(all))
          .extracting(InstanceStateChange::previousState)
          .containsExactly(InstanceState.RUNNING, InstanceState.STOPPED, InstanceState.STOPPED);
      assertThat(ec2.owner().describeVolumes()).isEmpty();
    }

    @Test
    @Rules({"DEC-148", "MSG-118"})
    void are_stopped_all_or_none() {
      ec2.owner().terminateInstances(all[1]);
      PartitionState before = ec2.state();

      assertSays(
          () -> ec2.owner().stopInstances(all),
          "IncorrectInstanceState",
          "This instance '%s' is not in a state from which it can be stopped.".formatted(all[1]));
      assertThat(ec2.state()).isEqualTo(before);
    }

    @Test
    @Rules({"MSG-015", "MSG-016"})
    void are_all_the_callers() {
      assertSays(
          () -> ec2.owner().terminateInstances(all[0], UNKNOWN),
          "InvalidInstanceID.NotFound",
          "The instance ID '%s' does not exist".formatted(UNKNOWN));
      assertSays(
          () -> ec2.as(FRIEND).startInstances(all[2], all[0]),
          "InvalidInstanceID.NotFound",
          "The instance IDs '%s, %s' do not exist".formatted(all[2], all[0]));
    }

    @Test
    @Rules("REF-02")
    void are_unknown_an_hour_after_their_end() {
      ec2.owner().terminateInstances(all[0]);
      ec2.pass(Duration.ofHours(1));

      assertSays(
          () -> ec2.owner().terminateInstances(all),
          "InvalidInstanceID.NotFound",
          "The instance ID '%s' does not exist".formatted(all[0]));
    }

    @Test
    @Rules("COM-13")
    void are_at_least_one() {
      for (Runnable call : new Runnable[] {
        () -> ec2.owner().startInstances(),
        () -> ec2.owner().stopInstances(),
        () -> ec2.owner().terminateInstances()
      }) {
        assertSays(
            call::run, "MissingParameter", "The request must contain the parameter InstanceId");
      }
    }
  }

  @Nested
  class An_attachment {
    private final InstanceId instance = launched();
    private final VolumeId volume =
        ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();

    private InstanceId launched() {
      at.put(image -> image);
      return at.launch().instanceId();
    }

    @Test
    @Rules({"BDM-30", "BDM-37"})
    void is_told_by_what_makes_it_and_by_what_ends_it() {
      VolumeAttachment attachment =
          new VolumeAttachment(instance, DATA, START, false, OptionalInt.of(1));

      assertThat(ec2.owner().call(new AttachVolume(volume, instance, DATA, OptionalInt.of(1))))
          .isEqualTo(new VolumeAttachmentChange(
              volume, attachment, VolumeAttachmentChange.State.ATTACHED));
      assertThat(TestLaunch.attachment(at.now(instance), DATA).ebsCardIndex()).hasValue(1);
      assertThat(ec2.owner().describeVolumes(volume).get(0).attachment()).contains(attachment);
      ec2.pass(Duration.ofMinutes(1));
      assertThat(ec2.owner().detachVolume(volume))
          .isEqualTo(new VolumeAttachmentChange(
              volume, attachment, VolumeAttachmentChange.State.DETACHED));
      assertThat(at.now(instance).volumes()).doesNotContainKey(DATA);
    }

    @Test
    @Rules("BDM-37")
    void is_by_a_card_from_0_on() {
      assertSays(
          () -> ec2.owner().call(new AttachVolume(volume, instance, DATA, OptionalInt.of(-1))),
          "InvalidParameterValue",
          "Value (-1) for parameter ebsCardIndex is invalid. Value must not be negative.");
    }

    @Test
    @Rules({"DEC-148", "MSG-040"})
    void is_ended_only_as_it_is() {
      assertSays(
          () -> ec2.owner().detachVolume(volume),
          "IncorrectState",
          "Volume '%s'is in the 'available' state.".formatted(volume));
      ec2.owner().attachVolume(volume, instance, DATA);
      assertSays(
          () ->
              ec2.owner().call(new DetachVolume(volume, Optional.of(instance), Optional.of(MORE))),
          "IncorrectState",
          "Volume '%s' is not attached to instance '%s' as device '/dev/sdg'."
              .formatted(volume, instance));
      ec2.owner().call(new DetachVolume(volume, Optional.empty(), Optional.of(DATA)));
      assertThat(ec2.owner().describeVolumes(volume).get(0).attachment()).isEmpty();
    }
  }

  @Test
  @Rules({"BDM-36", "BDM-37"})
  void what_a_launch_says_of_a_volume_is_kept_with_the_volume() {
    Instance instance =
        at.launch(ebs(ROOT, root -> root.ebsCardIndex(1).volumeInitializationRate(200)));

    assertThat(TestLaunch.attachment(instance, ROOT).ebsCardIndex()).hasValue(1);
    assertThat(at.volume(instance, ROOT).attachment().orElseThrow().ebsCardIndex())
        .hasValue(1);
    assertThat(at.volume(instance, ROOT).volumeInitializationRate()).hasValue(200);
  }

  @Test
  @Rules("BDM-36")
  void a_volume_keeps_how_fast_it_was_to_be_filled() {
    Volume volume = ec2.owner()
        .createVolume(EbsBlockDevice.ofSnapshot(ec2.snapshot()).toBuilder()
            .volumeInitializationRate(100)
            .build());

    assertThat(volume.volumeInitializationRate()).hasValue(100);
    assertThat(ec2.owner().describeVolumes(volume.volumeId())).containsExactly(volume);
  }

  @Test
  @Rules({"PAID-02", "LAUNCH-43", "DEC-128"})
  void the_product_codes_of_a_volume_come_to_the_instance_and_its_images_and_go_with_it() {
    ProductCode code = ProductCode.marketplace("a1b2c3d4e5f6");
    SnapshotId sold = ec2.snapshot(OWNER, snapshot -> snapshot.addProductCode(code));
    VolumeId volume = ec2.owner().createVolume(EbsBlockDevice.ofSnapshot(sold)).volumeId();
    InstanceId instance = at.launch().instanceId();

    assertSays(
        () -> ec2.owner().attachVolume(volume, instance, DATA),
        "IncorrectInstanceState",
        ("Unable to attach volume '%s' with Marketplace codes to instance '%s' as the instance is"
                + " not in the 'stopped' state.")
            .formatted(volume, instance));
    ec2.owner().stopInstances(instance);
    assertSays(
        () -> ec2.owner().attachVolume(volume, instance, DATA),
        "OptInRequired",
        "In order to use this AWS Marketplace product you need to accept terms and subscribe. To"
            + " do so please visit https://aws.amazon.com/marketplace/pp?sku=a1b2c3d4e5f6");
    ec2.registry.aws().subscribe(OWNER, "a1b2c3d4e5f6");
    ec2.owner().attachVolume(volume, instance, DATA);

    assertThat(at.now(instance).productCodes()).containsExactly(code);
    ImageId image = ec2.owner()
        .createImage(CreateImage.builder().instanceId(instance).name("of it").build());
    assertThat(ec2.owner().describeImage(image).orElseThrow().productCodes()).containsExactly(code);
    ec2.owner().detachVolume(volume);
    assertThat(at.now(instance).productCodes()).isEmpty();
  }

  @Test
  @Rules("ID-17")
  void an_instance_is_in_the_zone_that_is_named_and_its_volumes_with_it() {
    Instance named = instance(request().availabilityZone(HERE + "c").build());
    Instance chosen = instance(request().build());

    assertThat(named.availabilityZone()).contains(HERE + "c");
    assertThat(chosen.availabilityZone()).contains(HERE + "a");
    assertThat(ec2.owner().describeVolumes())
        .extracting(volume -> volume.availabilityZone().orElseThrow())
        .containsExactlyInAnyOrder(HERE + "c", HERE + "a");
    assertThat(instance(request().availabilityZone(HERE + "a").build()).availabilityZone())
        .contains(HERE + "a");
    assertThat(instance(request().availabilityZone(HERE + "z").build()).availabilityZone())
        .contains(HERE + "z");
    for (String zone : new String[] {
      HERE + "`", HERE + "{", HERE.code(), HERE + "1", HERE + "ab", "eu-west-1a", "", "A"
    }) {
      assertSays(
          () -> ec2.owner().runInstances(request().availabilityZone(zone).build()),
          "InvalidZone.NotFound",
          "The zone '%s' does not exist.".formatted(zone));
    }
  }

  @Test
  void instances_of_a_launch_are_counted_from_0_on() {
    assertThat(ec2.owner().runInstances(request().maxCount(3).build()).instances())
        .extracting(Instance::amiLaunchIndex)
        .containsExactly(0, 1, 2);
  }

  @Test
  @Rules("ID-17")
  void a_volume_is_in_the_zone_that_is_named() {
    assertThat(ec2.owner().createVolume(volumeIn(HERE + "b")).availabilityZone())
        .contains(HERE + "b");
    assertThat(ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).availabilityZone())
        .isEmpty();
    assertSays(
        () -> ec2.owner().createVolume(volumeIn("us-west-2-lax-1a")),
        "InvalidZone.NotFound",
        "The zone 'us-west-2-lax-1a' does not exist.");
    assertSays(
        () -> ec2.owner()
            .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1).toBuilder()
                .availabilityZoneId("use1-az1")
                .build()),
        "UnsupportedOperation",
        "The parameter availabilityZoneId is not supported in this Region.");
  }

  @Test
  @Rules("ID-25")
  void a_volume_is_attached_to_an_instance_of_its_zone() {
    InstanceId instance =
        instance(request().availabilityZone(HERE + "b").build()).instanceId();
    VolumeId here = ec2.owner().createVolume(volumeIn(HERE + "b")).volumeId();
    VolumeId elsewhere = ec2.owner().createVolume(volumeIn(HERE + "c")).volumeId();

    ec2.owner().attachVolume(here, instance, DATA);
    assertThat(ec2.owner().describeVolumes(here).get(0).instanceId()).contains(instance);
    assertSays(
        () -> ec2.owner().attachVolume(elsewhere, instance, DeviceName.of("/dev/sdg")),
        "InvalidVolume.ZoneMismatch",
        "The volume '%s' is not in the same availability zone as instance '%s'"
            .formatted(elsewhere, instance));
  }

  private Instance instance(RunInstances request) {
    return ec2.owner().runInstances(request).instances().get(0);
  }

  private static EbsBlockDevice volumeIn(String zone) {
    return EbsBlockDevice.blank(VolumeType.GP3, 1).toBuilder()
        .availabilityZone(zone)
        .build();
  }

  @Test
  @Rules({"RUN-06", "VOL-12"})
  void iops_that_the_image_states_do_not_go_with_a_type_that_takes_none() {
    assertSays(
        () -> at.launch(ebs(ROOT, root -> root.volumeType(VolumeType.GP2))),
        "InvalidParameterCombination",
        "The parameter iops is not supported for gp2 volumes.");
    SnapshotId snapshot = ec2.snapshot();
    at.put(image -> image.blockDeviceMappings(
        ImmutableList.of(ebs(ROOT, root -> root.volumeType(VolumeType.GP3).snapshotId(snapshot)))));
    assertThat(at.volume(at.launch(ebs(ROOT, root -> root.volumeType(VolumeType.GP2))), ROOT)
            .volumeType())
        .isEqualTo(VolumeType.GP2);
  }
}
