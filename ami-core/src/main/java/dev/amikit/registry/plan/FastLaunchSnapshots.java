package dev.amikit.registry.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.LoseImage;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchChanged;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchSnapshotRemoved;
import dev.amikit.registry.state.SnapshotProvisioning;
import dev.amikit.registry.state.Task;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Snapshots that are made ahead of the launches of an image, and used by them. */
public final class FastLaunchSnapshots {
  private static final ImmutableSet<FastLaunchState> REPLENISHED =
      Sets.immutableEnumSet(FastLaunchState.ENABLED, FastLaunchState.ENABLED_FAILED);

  /** Why no snapshot can be made: no instance of the image would start. */
  private static final StateReason NO_LAUNCH =
      new StateReason("Client.InternalError", "Client error on launch");

  private FastLaunchSnapshots() {}

  /**
   * Plans what comes of a command of the life cycle; refuses if it does.
   *
   * @return the fast launch, if there still is one
   */
  public static Optional<FastLaunch> command(
      Plan plan, FastLaunchId id, FastLaunchCommand command) {
    var decision = command.decide(get(plan, id), plan.now().truncatedTo(FastLaunch.TIME_UNIT));
    plan.requireNone(decision.refusal());
    decision
        .events()
        .forEach(event -> plan.happens(new FastLaunchChanged(plan.region(), id, event)));
    return get(plan, id);
  }

  private static Optional<FastLaunch> get(Plan plan, FastLaunchId id) {
    return plan.here().fastLaunches().get(id);
  }

  /**
   * The snapshots that were made for fast launch, are not used yet, and are still there.
   *
   * @return the snapshots, the oldest first
   */
  public static Stream<Snapshot> present(Plan plan, FastLaunchId id) {
    return plan.here()
        .fastLaunches()
        .snapshots(id)
        .flatMap(snapshot -> plan.here().snapshots().get(snapshot).stream())
        .filter(snapshot -> !snapshot.isInRecycleBin());
  }

  /** Plans that snapshots which are gone by now are no longer known. */
  public static void forget(Plan plan, FastLaunchId id) {
    ImmutableSet<SnapshotId> left =
        present(plan, id).map(Snapshot::snapshotId).collect(toImmutableSet());
    plan.here()
        .fastLaunches()
        .snapshots(id)
        .filter(snapshot -> !left.contains(snapshot))
        .forEach(
            snapshot -> plan.happens(new FastLaunchSnapshotRemoved(plan.region(), id, snapshot)));
  }

  /**
   * Plans that the snapshots of fast launch that is being enabled begin to be made: as many as are
   * missing, in a round even if none is.
   */
  public static void provision(Plan plan, FastLaunch fastLaunch, Ami image) {
    begin(
        plan, fastLaunch, snapshots(plan, fastLaunch, image, missing(plan, fastLaunch, 0)), image);
  }

  /**
   * Plans that snapshots begin to be made in place of those that were used, be it the caller's fast
   * launch or that of the owner of the image.
   */
  public static void replenish(Plan plan, Ami image) {
    serving(plan, image)
        .filter(fastLaunch -> REPLENISHED.contains(fastLaunch.state()))
        .forEach(fastLaunch -> replenish(plan, fastLaunch, image));
  }

  private static void replenish(Plan plan, FastLaunch fastLaunch, Ami image) {
    Optional<SnapshotProvisioning> underWay =
        plan.here().agenda().task(fastLaunch.id(), SnapshotProvisioning.class);
    int missing =
        missing(plan, fastLaunch, underWay.map(SnapshotProvisioning::size).orElse(0));
    if (missing == 0) {
      return;
    }
    ImmutableList<Snapshot> more = snapshots(plan, fastLaunch, image, missing);
    if (underWay.isPresent()) {
      plan.stop(fastLaunch.id());
      plan.begin(underWay.get().with(more));
    } else {
      begin(plan, fastLaunch, more, image);
    }
  }

  /**
   * The fast launch whose snapshots a launch of the caller uses: first its own, then the owner's.
   */
  private static Stream<FastLaunch> serving(Plan plan, Ami image) {
    return Stream.of(plan.caller(), image.ownerId())
        .distinct()
        .map(account -> new FastLaunchId(account, image.imageId()))
        .flatMap(id -> get(plan, id).stream())
        .filter(FastLaunch::servesLaunches);
  }

  private static int missing(Plan plan, FastLaunch fastLaunch, int underWay) {
    int present = (int) present(plan, fastLaunch.id()).count();
    return Math.max(0, fastLaunch.configuration().targetResourceCount() - present - underWay);
  }

  private static void begin(
      Plan plan, FastLaunch fastLaunch, ImmutableList<Snapshot> snapshots, Ami image) {
    Task.Kind kind = Task.Kind.SNAPSHOT_PROVISIONING;
    Optional<StateReason> obstacle =
        canLaunch(plan, fastLaunch.ownerId(), image) ? Optional.empty() : Optional.of(NO_LAUNCH);
    plan.begin(SnapshotProvisioning.of(
        fastLaunch, snapshots, plan.now(), plan.due(kind), obstacle.or(() -> plan.failure(kind))));
  }

  /**
   * Whether the root of an instance can be made: the snapshot is there, and the keys are usable.
   */
  private static boolean canLaunch(Plan plan, AccountId owner, Ami image) {
    return source(plan, image)
        .filter(FastLaunchSnapshots::isUsable)
        .map(source -> VolumeEncryption.of(plan, owner, source).succeeds())
        .orElse(false);
  }

  /** The snapshot that an instance of the image boots from. */
  private static Optional<Snapshot> source(Plan plan, Ami image) {
    return root(image)
        .flatMap(EbsBlockDevice::snapshotId)
        .flatMap(id -> plan.here().snapshots().get(id))
        .filter(snapshot -> !snapshot.isInRecycleBin());
  }

  private static Optional<EbsBlockDevice> root(Ami image) {
    return image.blockDeviceMappings().stream()
        .filter(device -> image.bootsFrom(device.deviceName()))
        .flatMap(device -> device.ebs().stream())
        .findFirst();
  }

  /** The snapshots to be made, none if there is nothing that they could be made of. */
  private static ImmutableList<Snapshot> snapshots(
      Plan plan, FastLaunch fastLaunch, Ami image, int count) {
    Optional<Snapshot> source = source(plan, image);
    if (source.isEmpty()) {
      return ImmutableList.of();
    }
    Optional<KmsKeyId> key =
        VolumeEncryption.of(plan, fastLaunch.ownerId(), source.get()).kmsKeyId();
    return IntStream.range(0, count)
        .mapToObj(number -> pending(plan, fastLaunch, image, source.get(), key))
        .collect(toImmutableList());
  }

  private static Snapshot pending(
      Plan plan, FastLaunch fastLaunch, Ami image, Snapshot source, Optional<KmsKeyId> key) {
    AccountId owner = fastLaunch.ownerId();
    SnapshotId id = plan.newSnapshotId();
    VolumeId volumeId = VolumeId.of(id.value().replace("snap-", "vol-"));
    return Snapshot.builder()
        .snapshotId(id)
        .ownerId(owner)
        .ownerAlias(plan.state().profile(owner).ownerAlias())
        .state(SnapshotState.PENDING)
        .progress(0)
        .startTime(plan.now().truncatedTo(Snapshot.TIME_UNIT))
        .volumeId(volumeId)
        .volumeSize(VolumeFigures.of(root(image).orElseThrow(), Optional.of(source))
            .withRoomForSnapshot()
            .size()
            .getAsInt())
        .description("Created for fast launch of " + image.imageId())
        .encrypted(key.isPresent())
        .kmsKeyId(key)
        .dataEncryptionKeyId(DataKeys.ofVolume(volumeId, key, Optional.of(source)))
        .storageTier(StorageTier.STANDARD)
        .transferType(TransferType.STANDARD)
        .productCodes(productCodes(image, source))
        .build();
  }

  private static ImmutableSet<ProductCode> productCodes(Ami image, Snapshot source) {
    return ImmutableSet.<ProductCode>builder()
        .addAll(image.productCodes())
        .addAll(source.productCodes())
        .build();
  }

  private static boolean isUsable(Snapshot snapshot) {
    return snapshot.state().equals(SnapshotState.COMPLETED)
        && (!snapshot.isArchived() || snapshot.restoreExpiryTime().isPresent());
  }

  /**
   * Plans that a launch uses a snapshot up: one of the caller's, else one of the owner's of the
   * image, of which the root volume would be made just as of the snapshot of the image.
   *
   * @param fits whether the volume is the same, save for what it is made from
   * @return the snapshot; empty if there is none, and the launch takes the usual way
   */
  public static Optional<Snapshot> take(Plan plan, Ami image, Predicate<Snapshot> fits) {
    return serving(plan, image)
        .map(FastLaunch::id)
        .flatMap(id -> present(plan, id)
            .filter(FastLaunchSnapshots::isUsable)
            .filter(fits)
            .limit(1)
            .map(snapshot -> new Taken(id, snapshot)))
        .findFirst()
        .map(taken -> {
          plan.here()
              .removal(taken.id(), taken.snapshot().snapshotId(), plan.now())
              .forEach(plan::happens);
          return taken.snapshot();
        });
  }

  private record Taken(FastLaunchId id, Snapshot snapshot) {}

  /** Plans that an image takes fast launch of it along, whoever has that, and the snapshots. */
  public static void loseImage(Plan plan, ImageId imageId) {
    plan.here().fastLaunches().of(imageId).map(FastLaunch::id).sorted().forEach(id -> {
      plan.stop(id);
      plan.here()
          .fastLaunches()
          .snapshots(id)
          .forEach(
              snapshot -> plan.here().removal(id, snapshot, plan.now()).forEach(plan::happens));
      Optional<FastLaunch> unused = command(plan, id, new LoseImage());
    });
  }
}
