package dev.amikit.registry.image;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No image becomes available whose root is not there, whatever has become of the instance, the
 * volume or the snapshot that it is made of.
 */
class RootOfImagesTest {
  /** What can become of a snapshot. */
  private enum Odd {
    GONE(snapshot -> snapshot),
    UNFINISHED(snapshot -> snapshot.state(SnapshotState.PENDING).progress(50)),
    FAILED(snapshot -> snapshot.state(SnapshotState.ERROR)),
    RECOVERABLE(snapshot -> snapshot.state(SnapshotState.RECOVERABLE)),
    RECOVERING(snapshot -> snapshot.state(SnapshotState.RECOVERING)),
    BINNED(snapshot -> snapshot.recycleBinStay(
        new SnapshotRecycleBinStay(START, START.plusSeconds(86_400), ImmutableSet.of()))),
    ARCHIVED(snapshot -> snapshot.storageTier(StorageTier.ARCHIVE));

    private final UnaryOperator<Snapshot.Builder> change;

    Odd(UnaryOperator<Snapshot.Builder> change) {
      this.change = change;
    }

    /** Lets it happen, as no operation would while an image uses the snapshot. */
    void to(TestRegistry ec2, SnapshotId id) {
      Snapshot before = Copying.stored(ec2, HERE, id);
      if (this == GONE) {
        ec2.registry
            .aws()
            .happen(new RegistryEvent.SnapshotChanged(HERE, id, new SnapshotDeleted()));
      } else {
        ec2.put(change.apply(before.toBuilder()).build());
      }
    }
  }

  private final TestLaunch at =
      new TestLaunch(TestRegistry.completing(CompletionPolicy.whenTold()));
  private final TestRegistry ec2 = at.ec2;
  private final SnapshotId snapshot = ec2.snapshot();

  @ParameterizedTest
  @EnumSource(Odd.class)
  @Rules({"REG-05", "REG-06", "REGD-07"})
  void none_is_registered(Odd odd) {
    odd.to(ec2, snapshot);

    refused(
        odd == Odd.GONE || odd == Odd.BINNED
            ? ErrorCode.INVALID_SNAPSHOT_NOT_FOUND
            : ErrorCode.INCORRECT_STATE,
        () -> ec2.owner().registerImage(register()));
  }

  @ParameterizedTest
  @EnumSource(Odd.class)
  @Rules({"LIFE-05", "CREATE-25"})
  void one_that_is_being_registered_fails(Odd odd) {
    ImageId id = ec2.owner().registerImage(register());
    odd.to(ec2, snapshot);

    failsToComplete(HERE, id);
  }

  @ParameterizedTest
  @EnumSource(value = Odd.class, names = "UNFINISHED", mode = EnumSource.Mode.EXCLUDE)
  @Rules({"LIFE-05", "CREATE-25"})
  void one_that_is_being_created_fails(Odd odd) {
    ImageId id = ec2.owner().createImage(create(launched()));
    odd.to(ec2, made(id));

    failsToComplete(HERE, id);
  }

  @ParameterizedTest
  @EnumSource(value = Odd.class, names = "UNFINISHED", mode = EnumSource.Mode.EXCLUDE)
  @Rules({"LIFE-05", "COPY-14"})
  void one_that_is_being_copied_fails(Odd odd) {
    Ami source = Copying.image(ec2, snapshot);
    ImageId id = ec2.owner().copyImage(Copying.copyOf(source.imageId()).build());
    odd.to(ec2, made(id));

    failsToComplete(HERE, id);
  }

  @ParameterizedTest
  @EnumSource(Odd.class)
  @Rules({"COPY-10", "ARC-05", "SNAP-15"})
  void none_is_copied(Odd odd) {
    Ami source = Copying.image(ec2, snapshot);
    odd.to(ec2, snapshot);

    refused(
        odd == Odd.GONE || odd == Odd.BINNED
            ? ErrorCode.INVALID_REQUEST
            : ErrorCode.INCORRECT_STATE,
        () -> Copying.there(ec2).copyImage(Copying.copyOf(source.imageId()).build()));
    assertThat(ec2.state().images(THERE)).isEmpty();
  }

  @Test
  @Rules("COPY-10")
  void none_is_copied_of_an_image_that_has_no_root() {
    for (List<BlockDeviceMapping> devices : List.of(
        List.<BlockDeviceMapping>of(),
        List.of(BlockDeviceMapping.virtual("/dev/sdb", "ephemeral0")),
        List.of(BlockDeviceMapping.ebs("/dev/xvda", EbsBlockDevice.blank(VolumeType.GP3, 8))))) {
      Ami rootless =
          ec2.put(TestImages.image(1, snapshot).blockDeviceMappings(devices).build());

      assertRefused(
          ec2::state,
          () -> ec2.owner().copyImage(Copying.copyOf(rootless.imageId()).build()),
          ErrorCode.INVALID_REQUEST,
          CopyImage.STORAGE_READABLE);
    }
  }

  @ParameterizedTest
  @EnumSource(Odd.class)
  @Rules({"BIN-16", "BIN-17", "SBIN-05"})
  void none_is_restored(Odd odd) {
    Ami binned = ec2.put(TestImages.image(1, snapshot)
        .recycleBinStay(new RecycleBinStay(START, START.plusSeconds(86_400), ImmutableSet.of()))
        .build());
    odd.to(ec2, snapshot);

    refused(
        odd == Odd.GONE ? ErrorCode.INVALID_SNAPSHOT_NOT_FOUND : ErrorCode.INCORRECT_STATE,
        () -> ec2.owner().restoreImageFromRecycleBin(binned.imageId()));
  }

  @Test
  @Rules({"DEC-148", "CREATE-04"})
  void none_is_created_of_an_instance_without_its_root() {
    at.put(image -> image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10))));
    Instance whole = at.launch();
    Map<DeviceName, Instance.Attachment> data =
        Maps.filterKeys(whole.volumes(), name -> name.equals(DATA));

    for (Map<DeviceName, Instance.Attachment> volumes :
        List.of(ImmutableMap.copyOf(data), ImmutableMap.<DeviceName, Instance.Attachment>of())) {
      Instance rootless = whole.toBuilder().volumes(volumes).build();
      ec2.put(rootless);

      assertRefused(
          ec2::state,
          () -> ec2.owner().createImage(create(rootless)),
          ErrorCode.INCORRECT_STATE,
          CreateImage.ROOT_ATTACHED);
    }
  }

  @Test
  @Rules({"DEC-148", "CREATE-07"})
  void a_volume_that_is_not_on_record_is_not_attached() {
    Instance whole = launched();
    TestLaunch elsewhere =
        new TestLaunch(new TestRegistry(RegistrySettings.builder().build()));
    elsewhere.put(image -> image);
    Instance.Attachment unknown = TestLaunch.attachment(elsewhere.launch(), ROOT);

    Instance withoutData = whole.toBuilder().putVolume(DATA, unknown).build();
    ec2.put(withoutData);
    ImageId id = ec2.owner().createImage(create(withoutData));
    ec2.registry.aws().complete(HERE, id);

    assertThat(image(id).device(DATA)).isEmpty();
    assertHasRoot(image(id));
    Instance rootless = whole.toBuilder().volumes(Map.of(ROOT, unknown)).build();
    ec2.put(rootless);
    refused(ErrorCode.INCORRECT_STATE, () -> ec2.owner().createImage(create(rootless)));
  }

  @Test
  @Rules({"ROOT-05", "CREATE-17"})
  void an_image_of_an_instance_names_the_device_that_the_instance_boots_from() {
    at.put(image -> image
        .rootDeviceName("/dev/sda1")
        .blockDeviceMappings(
            List.of(ebs(DeviceName.of("/dev/sda"), volume -> volume.snapshotId(snapshot)))));
    ImageId id = ec2.owner().createImage(create(at.launch()));
    ec2.registry.aws().complete(HERE, id);

    assertThat(image(id).rootDeviceName()).contains(DeviceName.of("/dev/sda"));
    assertHasRoot(image(id));
  }

  @Test
  @Rules({"LIFE-02", "COPY-14", "CREATE-08", "ROOT-15"})
  void all_others_have_their_root_when_they_are_available() {
    ImageId registered = ec2.owner().registerImage(register());
    ImageId created = ec2.owner().createImage(create(launched()));
    for (ImageId id : List.of(registered, created)) {
      ec2.registry.aws().complete(HERE, id);
      assertHasRoot(image(id));
    }
    ImageId copied = ec2.owner().copyImage(Copying.copyOf(created).build());
    ec2.registry.aws().complete(HERE, copied);
    assertHasRoot(image(copied));
  }

  private void assertHasRoot(Ami ami) {
    assertThat(ami.state()).isEqualTo(AmiState.AVAILABLE);
    assertThat(ami.rootSnapshotId().flatMap(id -> ec2.state().snapshot(HERE, id)))
        .hasValueSatisfying(root -> {
          assertThat(root.state()).isEqualTo(SnapshotState.COMPLETED);
          assertThat(root.isInRecycleBin()).isFalse();
          assertThat(root.isArchived()).isFalse();
        });
  }

  private void failsToComplete(Region region, ImageId id) {
    ec2.registry.aws().complete(region, id);

    Ami failed = ec2.state().image(region, id).orElseThrow();
    assertThat(failed.state()).isEqualTo(AmiState.FAILED);
    assertThat(failed.stateReason().orElseThrow().code()).isEqualTo("Server.InternalError");
  }

  private void refused(ErrorCode code, ThrowingCallable call) {
    PartitionState before = ec2.state();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.errorCode()).isEqualTo(code));
    assertThat(ec2.state()).isEqualTo(before);
  }

  private RegisterImage register() {
    return RegisterImage.builder()
        .name("registered")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", snapshot)
        .build();
  }

  private static CreateImage create(Instance instance) {
    return CreateImage.builder()
        .instanceId(instance.instanceId())
        .name("created")
        .build();
  }

  private Instance launched() {
    at.put(image -> image);
    return at.launch();
  }

  private SnapshotId made(ImageId id) {
    return ec2.state().in(HERE).agenda().task(id, ImageCreation.class).stream()
        .flatMap(creation -> creation.snapshots().values().stream())
        .findFirst()
        .orElseThrow();
  }

  private Ami image(ImageId id) {
    return ec2.state().image(HERE, id).orElseThrow();
  }
}
