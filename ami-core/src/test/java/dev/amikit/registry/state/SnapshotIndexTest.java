package dev.amikit.registry.state;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.registry.Draw;
import dev.amikit.registry.PlainScan;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The index gives what a plain scan gives, over registries, viewers and queries drawn at random.
 * Many more than in the ordinary build: {@code -Djqwik.tries.default=10000}.
 */
class SnapshotIndexTest {
  private static final int QUERIES = 10;
  private static final int SNAPSHOTS = 90;
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(OWNER, FRIEND, STRANGER);
  private static final ImmutableList<CreateVolumePermission> PERMISSIONS = ImmutableList.of(
      CreateVolumePermission.everyone(),
      CreateVolumePermission.userId(FRIEND),
      CreateVolumePermission.userId(STRANGER));

  @Property
  @Rules("SQRY-01")
  void the_index_answers_as_a_plain_scan(@ForAll long seed) {
    Random random = new Random(seed);
    PartitionState state = state(random);
    for (int i = 0; i < QUERIES; i++) {
      Viewer viewer = Viewer.of(Draw.one(random, ACCOUNTS), START);
      SnapshotQuery query = query(random);
      assertThat(found(query, state.snapshotSource(HERE), viewer))
          .as("%s for %s", query, viewer)
          .isEqualTo(found(query, PlainScan.ofSnapshots(state, HERE), viewer));
    }
  }

  private static List<Snapshot> found(SnapshotQuery query, SnapshotSource source, Viewer viewer) {
    return ImmutableList.copyOf(query.result(source, viewer).all());
  }

  private static PartitionState state(Random random) {
    PartitionState state = PartitionState.empty();
    for (int i = 0; i < SNAPSHOTS; i++) {
      state = state.after(new RegistryEvent.SnapshotCreated(HERE, snapshot(random, i)));
    }
    for (int i = 0; i < SNAPSHOTS; i++) {
      int number = random.nextInt(SNAPSHOTS);
      state = state.after(
          switch (random.nextInt(4)) {
            case 0 -> new RegistryEvent.SnapshotChanged(HERE, id(number), new SnapshotDeleted());
            case 1 -> new RegistryEvent.SnapshotCreated(HERE, snapshot(random, number));
            default ->
              state.snapshot(HERE, id(number)).isPresent()
                  ? new RegistryEvent.SnapshotTagged(
                      HERE, id(number), Draw.one(random, ACCOUNTS), Draw.tags(random))
                  : new RegistryEvent.IdsGiven(0);
          });
    }
    return state;
  }

  /** The owner of a snapshot never changes. */
  private static Snapshot snapshot(Random random, int number) {
    Snapshot.Builder snapshot = Snapshot.builder()
        .snapshotId(id(number))
        .ownerId(ACCOUNTS.get(number % ACCOUNTS.size()))
        .state(SnapshotState.COMPLETED)
        .progress(100)
        .startTime(START)
        .volumeId(volume(random))
        .volumeSize(8)
        .encrypted(false)
        .tags(Draw.tags(random));
    if (random.nextInt(3) == 0) {
      snapshot.addCreateVolumePermission(Draw.one(random, PERMISSIONS));
    }
    if (random.nextInt(5) == 0) {
      snapshot
          .createVolumePermissions(ImmutableSet.of())
          .recycleBinStay(
              new SnapshotRecycleBinStay(START, START.plus(Duration.ofDays(1)), ImmutableSet.of()));
    }
    return snapshot.build();
  }

  private static SnapshotQuery query(Random random) {
    SnapshotQuery.Builder query = SnapshotQuery.builder();
    if (random.nextInt(5) == 0) {
      query.snapshotIds(id(random.nextInt(SNAPSHOTS)).value());
    }
    if (random.nextInt(3) == 0) {
      query.ownerIds(random.nextBoolean() ? "self" : Draw.one(random, ACCOUNTS).value());
    }
    if (random.nextInt(6) == 0) {
      query.addOwnerId(UserId.AMAZON).addOwnerId(UserId.of(Draw.one(random, ACCOUNTS)));
    }
    if (random.nextInt(4) == 0) {
      query.restorableByUserIds(random.nextBoolean() ? "self" : "all");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      query.filter(filter(random));
    }
    return query.build();
  }

  private static Filter filter(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> Filter.of("volume-id", volume(random).value());
      case 1 -> Filter.of("volume-id", "vol-*");
      case 2 -> Filter.of("tag:env", random.nextBoolean() ? "a" : "*");
      case 3 -> Filter.of("tag:team", "a", "b");
      case 4 -> Filter.of("owner-id", Draw.one(random, ACCOUNTS).value(), "not-an-account");
      case 5 -> Filter.of("snapshot-id", id(random.nextInt(SNAPSHOTS)).value(), "no ID");
      default -> Filter.of("status", "completed");
    };
  }

  private static SnapshotId id(int number) {
    return SnapshotId.of("snap-%017x".formatted(number));
  }

  private static VolumeId volume(Random random) {
    return VolumeId.of("vol-%017x".formatted(random.nextInt(9)));
  }
}
