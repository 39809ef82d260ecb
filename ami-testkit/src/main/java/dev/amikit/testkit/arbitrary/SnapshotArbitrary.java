package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.AccountId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.VolumeId;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.testkit.arbitrary.SnapshotShape.Encryption;
import dev.amikit.testkit.arbitrary.SnapshotShape.Origin;
import dev.amikit.testkit.arbitrary.SnapshotShape.Place;
import dev.amikit.testkit.arbitrary.SnapshotShape.Tier;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * An arbitrary of snapshots that can be narrowed: {@code snapshots().completed().encrypted()}. It
 * is immutable; every method returns a narrower one. What EC2 has no snapshots of, such as
 * encrypted public ones, is refused with an {@link IllegalArgumentException} when asked for.
 */
public final class SnapshotArbitrary extends ArbitraryDecorator<Snapshot> {
  private static final long BYTES_PER_GIB = 1L << 30;

  private final Shapes<SnapshotShape> shapes;
  private final Arbitrary<AccountId> owners;

  private SnapshotArbitrary(Shapes<SnapshotShape> shapes, Arbitrary<AccountId> owners) {
    this.shapes = shapes;
    this.owners = owners;
  }

  static SnapshotArbitrary ofAll() {
    return new SnapshotArbitrary(new Shapes<>(SnapshotShape.ALL), IdArbitraries.accountIds());
  }

  /** {@return only completed snapshots} */
  public SnapshotArbitrary completed() {
    return inState(SnapshotState.COMPLETED);
  }

  /**
   * Returns only snapshots in one state.
   *
   * @param state the state
   * @return the narrower arbitrary
   */
  public SnapshotArbitrary inState(SnapshotState state) {
    requireNonNull(state, "state");
    return only(shapes.only(shape -> shape.state().equals(state), "in state " + state));
  }

  /**
   * Returns only snapshots in one stage of their life.
   *
   * @param stage the stage
   * @return the narrower arbitrary
   */
  public SnapshotArbitrary inStage(SnapshotStage stage) {
    requireNonNull(stage, "stage");
    return only(shapes.only(shape -> shape.stage() == stage, "in stage " + stage));
  }

  /** {@return only snapshots in the Recycle Bin} */
  public SnapshotArbitrary inRecycleBin() {
    return inStage(SnapshotStage.IN_RECYCLE_BIN);
  }

  /** {@return only snapshots that are there: neither in the Recycle Bin nor deleted} */
  public SnapshotArbitrary notGone() {
    return only(shapes.only(shape -> !shape.stage().isGone(), "not gone"));
  }

  /** {@return only encrypted snapshots} */
  public SnapshotArbitrary encrypted() {
    return only(shapes.only(shape -> shape.encryption() == Encryption.ENCRYPTED, "encrypted"));
  }

  /** {@return only snapshots that are known not to be encrypted} */
  public SnapshotArbitrary unencrypted() {
    return only(shapes.only(shape -> shape.encryption() == Encryption.UNENCRYPTED, "unencrypted"));
  }

  /** {@return only snapshots of the archive tier} */
  public SnapshotArbitrary archived() {
    return only(shapes.only(SnapshotShape::isArchived, "archived"));
  }

  /** {@return only snapshots that were copied} */
  public SnapshotArbitrary copied() {
    return only(shapes.only(SnapshotShape::isCopy, "copied"));
  }

  /** {@return only snapshots that everyone may make volumes of} */
  public SnapshotArbitrary isPublic() {
    return only(shapes.only(SnapshotShape::isPublic, "public"));
  }

  /** {@return only snapshots that not everyone may make volumes of} */
  public SnapshotArbitrary isNotPublic() {
    return only(shapes.only(shape -> !shape.isPublic(), "not public"));
  }

  /**
   * Returns only snapshots of one owner.
   *
   * @param account the owner
   * @return the narrower arbitrary
   */
  public SnapshotArbitrary ownedBy(AccountId account) {
    requireNonNull(account, "account");
    return new SnapshotArbitrary(shapes, Arbitraries.just(account));
  }

  @Override
  protected Arbitrary<Snapshot> arbitrary() {
    return Combinators.combine(
            shapes.arbitrary(SnapshotShape::weight),
            owners,
            Combinators.combine(List.of(
                    identity(), progress(), contents(), encryption(), rights(), ownersView()))
                .as(parts -> parts))
        .as((shape, owner, parts) -> {
          Snapshot.Builder snapshot = Snapshot.builder().ownerId(owner).state(shape.state());
          parts.forEach(part -> part.addTo(snapshot, shape));
          return snapshot.build();
        })
        .withoutEdgeCases();
  }

  private SnapshotArbitrary only(Shapes<SnapshotShape> fewer) {
    return new SnapshotArbitrary(fewer, owners);
  }

  /** Members of a snapshot that are generated together; each part fits every shape. */
  private interface Part {
    void addTo(Snapshot.Builder snapshot, SnapshotShape shape);
  }

  private static Arbitrary<Part> identity() {
    return Combinators.combine(
            IdArbitraries.snapshotIds(),
            IdArbitraries.volumeIds().optional(0.9),
            Arbitraries.of("", "Created by CreateImage(i-0abcdef1234567890)").optional(0.7),
            Arbitraries.of(OwnerAlias.AMAZON).optional(0.1),
            IdArbitraries.outpostArns().optional(0.05),
            Arbitraries.of("us-west-2-lax-1a").optional(0.05))
        .as((id, volume, description, alias, outpost, zone) -> (snapshot, shape) -> {
          snapshot
              .snapshotId(id)
              .description(description)
              .ownerAlias(alias)
              .outpostArn(outpost)
              .availabilityZone(zone)
              .volumeId(shape.isCopy() ? volume.map(any -> VolumeId.OF_COPIES) : volume);
        });
  }

  private static Arbitrary<Part> progress() {
    return Combinators.combine(
            AmiArbitraries.instants(),
            Arbitraries.integers().between(0, 100).optional(0.9),
            Arbitraries.integers().between(0, 10_000).optional(0.8),
            Arbitraries.integers().between(1, 180),
            Arbitraries.integers().between(15, 2_880),
            Arbitraries.of(true, true, false))
        .as((start, percent, minutes, days, duration, told) -> (snapshot, shape) -> {
          boolean completed = shape.state().equals(SnapshotState.COMPLETED);
          snapshot.startTime(start);
          percent.ifPresent(done -> snapshot.progress(completed ? 100 : done));
          if (completed) {
            snapshot.completionTime(minutes.map(taken -> start.plus(Duration.ofMinutes(taken))));
          }
          if (shape.state().equals(SnapshotState.ERROR)) {
            snapshot.stateMessage("Given key ID is not accessible");
          }
          if (shape.tier() != Tier.NOT_TOLD) {
            snapshot.storageTier(
                shape.tier() == Tier.ARCHIVED ? StorageTier.ARCHIVE : StorageTier.STANDARD);
          }
          if (shape.tier() == Tier.RESTORED_FOR_DAYS) {
            snapshot.restoreExpiryTime(start.plus(Duration.ofDays(days)));
          }
          if (shape.origin() == Origin.TIME_BASED_COPY) {
            snapshot.transferType(TransferType.TIME_BASED).completionDurationMinutes(duration);
          } else if (told) {
            snapshot.transferType(TransferType.STANDARD);
          }
        });
  }

  private static Arbitrary<Part> contents() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 65_536),
            Arbitraries.of(true, true, false).optional(0.7),
            IdArbitraries.productCodes().list().ofMaxSize(1),
            TagArbitraries.fewTags())
        .as((gib, written, codes, tags) -> (snapshot, shape) -> {
          snapshot
              .volumeSize(shape.isFailedCopy() ? 0 : gib)
              .productCodes(codes)
              .tags(tags);
          if (!shape.isFailedCopy()) {
            written.ifPresent(
                any -> snapshot.fullSnapshotSizeInBytes(any ? gib * BYTES_PER_GIB / 2 : 0));
          }
        });
  }

  private static Arbitrary<Part> encryption() {
    return Combinators.combine(
            IdArbitraries.kmsKeyArns().optional(0.9),
            IdArbitraries.lettersAndDigits(12).optional(0.7),
            WordArbitraries.wordsOf(SseType.WORDS).optional(0.2))
        .as((key, dataKey, sse) -> (snapshot, shape) -> {
          snapshot.sseType(sse);
          if (shape.encryption() != Encryption.NOT_TOLD) {
            snapshot.encrypted(shape.encryption() == Encryption.ENCRYPTED);
          }
          if (shape.encryption() == Encryption.ENCRYPTED) {
            snapshot.kmsKeyId(key).dataEncryptionKeyId(dataKey);
          }
        });
  }

  private static Arbitrary<Part> rights() {
    return IdArbitraries.accountIds().list().ofMaxSize(2).map(accounts -> (snapshot, shape) -> {
      if (shape.place() == Place.KEPT) {
        snapshot.createVolumePermissions(accounts.stream()
            .map(CreateVolumePermission::userId)
            .collect(ImmutableSet.toImmutableSet()));
      }
      if (shape.isPublic()) {
        snapshot.addCreateVolumePermission(CreateVolumePermission.everyone());
      }
    });
  }

  private static Arbitrary<Part> ownersView() {
    return Combinators.combine(
            SnapshotArbitraries.locks().optional(0.3),
            Arbitraries.of(TieringOperationStatus.WORDS.known().asList().reverse()),
            SnapshotArbitraries.recycleBinStays(),
            Arbitraries.of(false, true),
            Arbitraries.of("", "", "Linux/UNIX", "Windows"))
        .as((lock, status, stay, yes, platformDetails) -> (snapshot, shape) -> {
          boolean pending = shape.state().equals(SnapshotState.PENDING);
          snapshot
              .lock(pending ? lock : lock.map(open -> open.completedAt(open.lockCreatedOn())))
              .deletionRequested(pending && yes)
              .deleted(shape.place() == Place.DELETED);
          if (shape.tier() == Tier.RESTORED_FOR_DAYS) {
            snapshot.lastTieringOperationStatus(TieringOperation.TEMPORARY_RESTORE.completed());
          } else if (TieringOperation.underWay(status).isEmpty()
              ? yes
              : shape.mayMove(TieringOperation.underWay(status).get())) {
            snapshot
                .lastTieringOperationStatus(status)
                .lastTieringStartTime(stay.enterTime())
                .lastTieringOperationStatusDetail("told by " + status);
          }
          if (shape.tier() != Tier.STANDARD) {
            snapshot.archivalCompleteTime(stay.exitTime());
          }
          if (shape.place() == Place.BINNED) {
            snapshot.recycleBinStay(
                shape.encryption() == Encryption.ENCRYPTED ? unpublic(stay) : stay);
          }
          if (!platformDetails.isEmpty()) {
            snapshot.platformDetails(platformDetails).usageOperation("RunInstances");
          }
        });
  }

  private static SnapshotRecycleBinStay unpublic(SnapshotRecycleBinStay stay) {
    return new SnapshotRecycleBinStay(
        stay.enterTime(),
        stay.exitTime(),
        Sets.difference(
                stay.suspendedCreateVolumePermissions(),
                ImmutableSet.of(CreateVolumePermission.everyone()))
            .immutableCopy());
  }
}
