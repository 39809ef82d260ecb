package dev.amikit.concurrency;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.DescribeImageAttribute;
import dev.amikit.registry.DescribeImages;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.ImageAttribute;
import dev.amikit.registry.ImageAttributeName;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.Operation;
import dev.amikit.registry.Outcome;
import dev.amikit.registry.PartitionState;
import dev.amikit.registry.RegisterImage;
import dev.amikit.registry.RegistryEvent;
import dev.amikit.registry.RegistrySettings;
import dev.amikit.registry.Situation;
import dev.amikit.registry.StoredSnapshot;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A partition with one snapshot in it: a registry, or what a registry comes to in one thread. */
interface Partition {
  AccountId OWNER = AccountId.of("111122223333");
  AccountId FRIEND = AccountId.of("444455556666");
  Region HERE = Region.US_EAST_1;
  SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
  Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  <R> R call(AccountId caller, Operation<R> operation);

  Optional<Ami> describeImage(AccountId caller, ImageId imageId);

  ImageAttribute describeLaunchPermission(ImageId imageId);

  static RegisterImage image(String name) {
    DeviceName root = DeviceName.of("/dev/xvda");
    return RegisterImage.builder()
        .name(ImageName.of(name))
        .rootDeviceName(root)
        .addBlockDeviceMappings(
            BlockDeviceMapping.ebs(root, EbsBlockDevice.of(VolumeType.GP3, 8, SNAPSHOT)))
        .build();
  }

  static RegistryEvent snapshotStored() {
    return new RegistryEvent.SnapshotStored(
        HERE,
        StoredSnapshot.of(Snapshot.builder()
            .snapshotId(SNAPSHOT)
            .ownerId(OWNER)
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(NOW)
            .volumeId(VolumeId.of("vol-0123456789abcdef0"))
            .volumeSize(8)
            .encrypted(false)
            .storageTier(StorageTier.STANDARD)
            .build()));
  }

  /** The registry, as users have it. */
  final class Shared implements Partition {
    private final InMemoryAmiRegistry registry =
        InMemoryAmiRegistry.create(Clock.fixed(NOW, ZoneOffset.UTC));

    Shared() {
      registry.happen(snapshotStored());
    }

    private Ec2 as(AccountId caller) {
      return registry.account(caller).in(HERE);
    }

    @Override
    public <R> R call(AccountId caller, Operation<R> operation) {
      return as(caller).call(operation);
    }

    @Override
    public Optional<Ami> describeImage(AccountId caller, ImageId imageId) {
      return as(caller).describeImage(imageId);
    }

    @Override
    public ImageAttribute describeLaunchPermission(ImageId imageId) {
      return as(OWNER).describeImageAttribute(imageId, ImageAttributeName.LAUNCH_PERMISSION);
    }
  }

  /** Decides and evolves, and knows nothing of threads. */
  final class Sequential implements Partition {
    private final RegistrySettings settings = RegistrySettings.builder().build();
    private PartitionState state = PartitionState.empty().after(snapshotStored());

    @Override
    public <R> R call(AccountId caller, Operation<R> operation) {
      Outcome<R> outcome = operation.decide(new Situation(state, caller, HERE, NOW, settings));
      if (outcome instanceof Outcome.Done<R> done) {
        state = state.after(done.events());
        done.events().forEach(this::end);
      }
      return outcome.resultOrThrow();
    }

    /** What has begun ends at once. */
    private void end(RegistryEvent event) {
      if (event instanceof RegistryEvent.WorkBegun begun) {
        ImageId image = ImageId.of(begun.work().resource());
        state = state
            .after(new RegistryEvent.WorkEnded(HERE, image.value()))
            .after(new RegistryEvent.ImageChanged(
                HERE, image, new ImageBecameAvailable(ImmutableMap.of())));
      }
    }

    @Override
    public Optional<Ami> describeImage(AccountId caller, ImageId imageId) {
      ImageQuery query = ImageQuery.builder().addImageIds(imageId).build();
      return call(caller, new DescribeImages(query)).items().stream().findFirst();
    }

    @Override
    public ImageAttribute describeLaunchPermission(ImageId imageId) {
      return call(
          OWNER, new DescribeImageAttribute(imageId, ImageAttributeName.LAUNCH_PERMISSION));
    }
  }
}
