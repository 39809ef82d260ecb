package dev.amikit.testkit.contract;

import static dev.amikit.testkit.contract.Texts.ACCOUNTS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.testkit.contract.Question.About;
import dev.amikit.testkit.fixture.Snapshots;
import dev.amikit.testkit.registry.Draw;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Queries for snapshots, and snapshots to ask them of. */
final class SnapshotQuestions {
  private static final int SNAPSHOTS = 12;
  private static final int CHOICES = 16; // for a snapshot
  private static final int CHOICES_OF_QUERY = 40;

  private static final ImmutableList<Snapshot> KINDS = ImmutableList.of(
      Snapshots.completedSnapshot(),
      Snapshots.pendingSnapshot(),
      Snapshots.failedSnapshot(),
      Snapshots.encryptedSnapshot(),
      Snapshots.archivedSnapshot(),
      Snapshots.lockedSnapshot(),
      Snapshots.binnedSnapshot());

  private static final ImmutableList<CreateVolumePermission> PERMISSIONS = ImmutableList.of(
      CreateVolumePermission.everyone(),
      CreateVolumePermission.userId(ACCOUNTS.get(0)),
      CreateVolumePermission.userId(ACCOUNTS.get(1)),
      CreateVolumePermission.userId(ACCOUNTS.get(2)));

  private static final Texts<Snapshot> TEXTS = new Texts<>(
      ImmutableMap.<String, Function<Snapshot, Stream<?>>>builder()
          .put("description", described(snapshot -> snapshot.description().stream()))
          .put("encrypted", described(snapshot -> snapshot.encrypted().stream()))
          .put("owner-alias", described(snapshot -> snapshot.ownerAlias().stream()))
          .put("owner-id", described(snapshot -> Stream.of(snapshot.ownerId())))
          .put(
              "progress",
              described(
                  snapshot -> snapshot.progress().stream().mapToObj(percent -> percent + "%")))
          .put("snapshot-id", described(snapshot -> Stream.of(snapshot.snapshotId())))
          .put(
              "start-time",
              described(snapshot -> Stream.of(new DateTimeFormatterBuilder()
                  .appendInstant(3)
                  .toFormatter()
                  .format(snapshot.startTime()))))
          .put("status", described(snapshot -> Stream.of(snapshot.state())))
          .put("storage-tier", described(snapshot -> snapshot.storageTier().stream()))
          .put("transfer-type", described(snapshot -> snapshot.transferType().stream()))
          .put("volume-id", described(snapshot -> snapshot.volumeId().stream()))
          .put("volume-size", described(snapshot -> Stream.of(snapshot.volumeSize())))
          .buildOrThrow(),
      Snapshot::tags);

  private SnapshotQuestions() {}

  private static Function<Snapshot, Stream<?>> described(Function<Snapshot, Stream<?>> texts) {
    return snapshot -> texts.apply(snapshot.described());
  }

  static Arbitrary<Question<SnapshotQuery, Snapshot>> about(About about) {
    return Combinators.combine(
            Draw.listOf(SNAPSHOTS, Draw.numbers(CHOICES)), Draw.numbers(CHOICES_OF_QUERY))
        .as((snapshots, numbers) -> question(about, snapshots(snapshots), new Draw(numbers)))
        .withoutEdgeCases();
  }

  private static ImmutableList<Snapshot> snapshots(List<List<Integer>> choices) {
    ImmutableList.Builder<Snapshot> snapshots = ImmutableList.builder();
    for (int i = 0; i < choices.size(); i++) {
      SnapshotId id = SnapshotId.of("snap-%017x".formatted(1 + i));
      snapshots.add(snapshot(new Draw(choices.get(i)), id));
    }
    // A query must have something to ask for.
    return choices.isEmpty() ? ImmutableList.of(Snapshots.completedSnapshot()) : snapshots.build();
  }

  private static Snapshot snapshot(Draw draw, SnapshotId id) {
    Snapshot kind = draw.one(KINDS);
    Snapshot.Builder snapshot =
        kind.toBuilder().snapshotId(id).ownerId(draw.one(ACCOUNTS)).tags(Texts.someTags(draw));
    if (draw.oneIn(2)) {
      snapshot.description(draw.one(Texts.DESCRIPTIONS));
    }
    boolean isSharable = kind.state().equals(SnapshotState.COMPLETED)
        && !kind.isInRecycleBin()
        && !kind.encrypted().orElse(false);
    if (isSharable && draw.oneIn(2)) {
      snapshot.createVolumePermissions(
          ImmutableSet.copyOf(List.of(draw.one(PERMISSIONS), draw.one(PERMISSIONS))));
    }
    return snapshot.build();
  }

  private static Question<SnapshotQuery, Snapshot> question(
      About about, ImmutableList<Snapshot> snapshots, Draw draw) {
    boolean isAnything = about == About.ANYTHING;
    SnapshotQuery.Builder query = SnapshotQuery.builder();
    if (isAnything && draw.oneIn(8)) {
      query.snapshotIds(ImmutableSet.copyOf(
          List.of(draw.one(snapshots).snapshotId(), draw.one(snapshots).snapshotId())));
    }
    if (about == About.OWNERS || isAnything && draw.oneIn(3)) {
      query.ownerIds(Texts.users(draw, ImmutableList.of("self", "amazon")).toArray(String[]::new));
    }
    if (about == About.SHARING ? !draw.oneIn(4) : isAnything && draw.oneIn(4)) {
      query.restorableByUserIds(
          Texts.users(draw, ImmutableList.of("self", "all")).toArray(String[]::new));
    }
    return new Question<>(
        query.filters(TEXTS.filters(draw, about, snapshots)).build(),
        snapshots,
        Texts.viewer(draw));
  }
}
