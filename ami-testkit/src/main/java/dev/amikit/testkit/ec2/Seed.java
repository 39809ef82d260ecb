package dev.amikit.testkit.ec2;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
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
import java.util.Arrays;
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
    Map<SnapshotId, Snapshot> all = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    PartitionState state = aws.state();
    state.snapshots(region).forEach(present -> all.put(present.snapshotId(), present));
    for (Snapshot snapshot : snapshots) {
      if (all.put(snapshot.snapshotId(), snapshot) != null) {
        wrong.add(snapshot.snapshotId() + " is there twice");
      }
    }
    List<Snapshot> added = new ArrayList<>(snapshots);
    if (makesSnapshots) {
      for (Snapshot made : missing(all)) {
        all.put(made.snapshotId(), made);
        added.add(made);
      }
    }
    checkImages(state, wrong);
    images.forEach(ami -> checkSnapshots(ami, all, wrong));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(wrong.stream().collect(joining("; ")));
    }
    List<RegistryEvent> events = new ArrayList<>();
    added.forEach(snapshot -> events.add(new RegistryEvent.SnapshotCreated(region, snapshot)));
    images.forEach(image -> events.add(new RegistryEvent.ImageCreated(region, image)));
    aws.aws().happen(events.toArray(RegistryEvent[]::new));
  }

  private List<Snapshot> missing(Map<SnapshotId, Snapshot> present) {
    Map<SnapshotId, Snapshot> made = new LinkedHashMap<>();
    for (Ami ami : images) {
      for (BlockDeviceMapping device : ami.blockDeviceMappings()) {
        Optional<SnapshotId> named = device.snapshotId();
        if (named.isPresent() && !present.containsKey(named.get())) {
          made.putIfAbsent(named.get(), backing(ami, device.ebs().orElseThrow(), named.get()));
        }
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
                ? Optional.of(TestEc2.keyOf(ami.ownerId(), region))
                : Optional.empty())
        .storageTier(StorageTier.STANDARD)
        .build();
  }

  private void checkImages(PartitionState state, List<String> wrong) {
    Map<ImageId, Ami> ids = new LinkedHashMap<>();
    Map<List<Object>, Ami> names = new LinkedHashMap<>();
    state.images(region).forEach(present -> {
      ids.put(present.imageId(), present);
      holdName(names, present);
    });
    for (Ami ami : images) {
      if (ids.put(ami.imageId(), ami) != null) {
        wrong.add(ami.imageId() + " is there twice");
      }
      Optional<Ami> holder = holdName(names, ami);
      holder
          .filter(other -> !other.imageId().equals(ami.imageId()))
          .ifPresent(other -> wrong.add("%s and %s of %s both hold the name %s"
              .formatted(
                  other.imageId(), ami.imageId(), ami.ownerId(), ami.name().orElseThrow())));
    }
  }

  private static Optional<Ami> holdName(Map<List<Object>, Ami> names, Ami ami) {
    return ami.name().isPresent() && AmiStage.of(ami).holdsName()
        ? Optional.ofNullable(names.put(Arrays.asList(ami.ownerId(), ami.name().get()), ami))
        : Optional.empty();
  }

  private static void checkSnapshots(
      Ami ami, Map<SnapshotId, Snapshot> snapshots, List<String> wrong) {
    if (ami.state() == AmiState.DEREGISTERED) {
      return;
    }
    for (BlockDeviceMapping device : ami.blockDeviceMappings()) {
      device.snapshotId().ifPresent(id -> {
        Optional<String> fault = Optional.ofNullable(snapshots.get(id))
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
