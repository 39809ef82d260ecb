package dev.amikit.testkit.ec2;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images and snapshots that are there when a test begins. They are put in together, or refused
 * together if they cannot stand together: two of one ID, two images of an account that hold one
 * name, an image whose snapshot is missing, larger than its volume, encrypted otherwise, or not
 * completed.
 *
 * <pre>{@code
 * aws.seed(Region.US_EAST_1).images(KnownAmis.ubuntu(), mine).withSnapshots().put();
 * }</pre>
 */
public final class Seed {
  private final TestEc2 aws;
  private final Region region;
  private final List<Ami> images = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private boolean makesSnapshots;

  Seed(TestEc2 aws, Region region) {
    this.aws = aws;
    this.region = region;
  }

  /**
   * Adds images.
   *
   * @param images the images as their owners have them
   * @return this
   */
  @CanIgnoreReturnValue
  public Seed images(Ami... images) {
    this.images.addAll(ImmutableList.copyOf(requireNonNull(images, "images")));
    return this;
  }

  /**
   * Adds images.
   *
   * @param images the images as their owners have them
   * @return this
   */
  @CanIgnoreReturnValue
  public Seed images(Iterable<Ami> images) {
    this.images.addAll(ImmutableList.copyOf(requireNonNull(images, "images")));
    return this;
  }

  /**
   * Adds snapshots.
   *
   * @param snapshots the snapshots as their owners have them
   * @return this
   */
  @CanIgnoreReturnValue
  public Seed snapshots(Snapshot... snapshots) {
    this.snapshots.addAll(ImmutableList.copyOf(requireNonNull(snapshots, "snapshots")));
    return this;
  }

  /**
   * Lets the snapshots be made that the images name and that are neither there nor among those
   * added: completed, of the size of the volume, encrypted if it is, and of the owner of the image.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public Seed withSnapshots() {
    makesSnapshots = true;
    return this;
  }

  /**
   * Puts all of it in.
   *
   * @throws IllegalArgumentException if it cannot stand together; the message tells all that is
   *     wrong, and nothing is put in
   */
  public void put() {
    List<String> wrong = new ArrayList<>();
    List<RegistryEvent> events = new ArrayList<>();
    PartitionState state = aws.state();
    for (Snapshot snapshot : snapshots) {
      if (state.snapshot(region, snapshot.snapshotId()).isPresent()) {
        wrong.add(snapshot.snapshotId() + " is there twice");
      } else {
        state = happens(state, new RegistryEvent.SnapshotCreated(region, snapshot), events);
      }
    }
    if (makesSnapshots) {
      for (Snapshot made : missing(state)) {
        state = happens(state, new RegistryEvent.SnapshotCreated(region, made), events);
      }
    }
    for (Ami ami : images) {
      if (state.image(region, ami.imageId()).isPresent()) {
        wrong.add(ami.imageId() + " is there twice");
      } else {
        checkName(state, ami, wrong);
        state = happens(state, new RegistryEvent.ImageCreated(region, ami), events);
      }
    }
    for (Ami ami : images) {
      checkSnapshots(ami, state, wrong);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    aws.aws().happen(events.toArray(RegistryEvent[]::new));
  }

  private static PartitionState happens(
      PartitionState state, RegistryEvent event, List<RegistryEvent> events) {
    events.add(event);
    return state.after(event);
  }

  private List<Snapshot> missing(PartitionState state) {
    Map<SnapshotId, Snapshot> made = new LinkedHashMap<>();
    for (Ami ami : images) {
      for (BlockDeviceMapping device : ami.blockDeviceMappings()) {
        device
            .snapshotId()
            .filter(id -> state.snapshot(region, id).isEmpty())
            .ifPresent(id -> made.putIfAbsent(id, backing(ami, device.ebs().orElseThrow(), id)));
      }
    }
    return List.copyOf(made.values());
  }

  private Snapshot backing(Ami ami, EbsBlockDevice volume, SnapshotId id) {
    return Snapshot.builder()
        .snapshotId(id)
        .ownerId(ami.ownerId())
        .ownerAlias(ami.imageOwnerAlias())
        .state(SnapshotState.COMPLETED)
        .progress(100)
        .startTime(ami.creationDate().orElse(aws.now()))
        .volumeId(VolumeId.OF_COPIES)
        .volumeSize(volume.volumeSize().orElse(8))
        .encrypted(volume.encrypted().orElse(false))
        .kmsKeyId(
            volume.encrypted().orElse(false)
                ? Optional.of(aKeyOf(ami.ownerId()))
                : Optional.empty())
        .storageTier(StorageTier.STANDARD)
        .build();
  }

  private KmsKeyId aKeyOf(AccountId account) {
    return KmsKeyId.of("arn:%s:kms:%s:%s:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        .formatted(region.partition(), region, account));
  }

  private void checkName(PartitionState state, Ami ami, List<String> wrong) {
    ami.name()
        .filter(name -> AmiStage.of(ami).holdsName())
        .ifPresent(name -> state.in(region).images().nameHolders(ami.ownerId(), name).stream()
            .findFirst()
            .ifPresent(other -> wrong.add("%s and %s of %s both hold the name %s"
                .formatted(other, ami.imageId(), ami.ownerId(), name))));
  }

  private void checkSnapshots(Ami ami, PartitionState state, List<String> wrong) {
    if (ami.state() == AmiState.DEREGISTERED) {
      return;
    }
    for (BlockDeviceMapping device : ami.blockDeviceMappings()) {
      device.snapshotId().ifPresent(id -> {
        Optional<String> fault = state
            .snapshot(region, id)
            .map(snapshot -> fault(device.ebs().orElseThrow(), snapshot))
            .orElse(Optional.of("is not there"));
        fault.ifPresent(text ->
            wrong.add("%s of %s at %s %s".formatted(id, ami.imageId(), device.deviceName(), text)));
      });
    }
  }

  private static Optional<String> fault(EbsBlockDevice volume, Snapshot snapshot) {
    if (!snapshot.state().equals(SnapshotState.COMPLETED)) {
      return Optional.of("is " + snapshot.state());
    }
    if (snapshot.isInRecycleBin()) {
      return Optional.of("is in the Recycle Bin");
    }
    if (volume.volumeSize().orElse(Integer.MAX_VALUE) < snapshot.volumeSize()) {
      return Optional.of("is larger than its volume");
    }
    return volume.encrypted().filter(told -> told != snapshot.isEncrypted()).isPresent()
        ? Optional.of(snapshot.isEncrypted() ? "is encrypted" : "is not encrypted")
        : Optional.empty();
  }
}
