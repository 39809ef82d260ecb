package dev.amikit.testkit.registry;

import static dev.amikit.testkit.registry.TestRegistry.FRIEND;
import static dev.amikit.testkit.registry.TestRegistry.HERE;
import static dev.amikit.testkit.registry.TestRegistry.OWNER;
import static dev.amikit.testkit.registry.TestRegistry.START;
import static dev.amikit.testkit.registry.TestRegistry.STRANGER;
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
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * The index gives what a plain scan gives, over registries, viewers and queries drawn at random.
 * Many more than in the ordinary build: {@code -Djqwik.tries.default=10000}.
 */
@Tag("long")
class SnapshotIndexTest {
  private static final int QUESTIONS = 10;
  private static final int EVENTS = 200;
  private static final int SNAPSHOTS = 120;
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(OWNER, FRIEND, STRANGER);
  private static final ImmutableList<CreateVolumePermission> PERMISSIONS = ImmutableList.of(
      CreateVolumePermission.everyone(),
      CreateVolumePermission.userId(FRIEND),
      CreateVolumePermission.userId(STRANGER));

  /** A query, and who asks. */
  private record Question(SnapshotQuery query, Viewer viewer) {}

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules("SQRY-01")
  void the_index_answers_as_a_plain_scan(
      @ForAll("events") List<RegistryEvent> events, @ForAll("questions") List<Question> questions) {
    PartitionState state = PartitionState.empty().after(events);
    Statistics.label("more than a word has")
        .collect(state.snapshots(HERE).count() > Long.SIZE)
        .coverage(rows -> rows.check(true).percentage(share -> share > 75));
    for (Question question : questions) {
      List<Snapshot> scanned = answer(question, PlainScan.ofSnapshots(state, HERE));
      assertThat(answer(question, state.snapshotSource(HERE)))
          .as("%s", question)
          .isEqualTo(scanned);
      Statistics.label("found something")
          .collect(!scanned.isEmpty())
          .coverage(found -> found.check(true).percentage(share -> share > 40));
    }
  }

  private static List<Snapshot> answer(Question question, SnapshotSource source) {
    return AllPages.of(question.query().result(source, question.viewer()));
  }

  @Provide
  Arbitrary<List<RegistryEvent>> events() {
    return Draw.listOf(EVENTS, Draw.numbers(12)).map(SnapshotIndexTest::events);
  }

  private static List<RegistryEvent> events(List<List<Integer>> choices) {
    Set<SnapshotId> present = new HashSet<>();
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (List<Integer> numbers : choices) {
      Draw draw = new Draw(numbers);
      int number = draw.below(SNAPSHOTS);
      SnapshotId id = id(number);
      int way = present.add(id) ? 0 : 1 + draw.below(3);
      switch (way) {
        case 0 -> events.add(new RegistryEvent.SnapshotCreated(HERE, snapshot(draw, number)));
        case 1 -> {
          events.add(new RegistryEvent.SnapshotChanged(HERE, id, new SnapshotDeleted()));
          present.remove(id);
        }
        default ->
          events.add(new RegistryEvent.SnapshotTagged(HERE, id, draw.one(ACCOUNTS), draw.tags()));
      }
    }
    return events.build();
  }

  /** The owner of a snapshot never changes. */
  private static Snapshot snapshot(Draw draw, int number) {
    Snapshot.Builder snapshot = Snapshot.builder()
        .snapshotId(id(number))
        .ownerId(ACCOUNTS.get(number % ACCOUNTS.size()))
        .state(SnapshotState.COMPLETED)
        .progress(100)
        .startTime(START)
        .volumeId(volume(draw))
        .volumeSize(8)
        .encrypted(false)
        .tags(draw.tags());
    if (draw.oneIn(3)) {
      snapshot.addCreateVolumePermission(draw.one(PERMISSIONS));
    }
    if (draw.oneIn(5)) {
      snapshot
          .createVolumePermissions(ImmutableSet.of())
          .recycleBinStay(
              new SnapshotRecycleBinStay(START, START.plus(Duration.ofDays(1)), ImmutableSet.of()));
    }
    return snapshot.build();
  }

  @Provide
  Arbitrary<List<Question>> questions() {
    return Draw.listOf(
        QUESTIONS,
        Draw.of(16, draw -> new Question(query(draw), Viewer.of(draw.one(ACCOUNTS), START))));
  }

  private static SnapshotQuery query(Draw draw) {
    SnapshotQuery.Builder query = SnapshotQuery.builder();
    if (draw.oneIn(5)) {
      query.snapshotIds(id(draw.below(SNAPSHOTS)).value());
    }
    if (draw.oneIn(3)) {
      query.ownerIds(draw.oneIn(2) ? draw.one(ACCOUNTS).value() : "self");
    }
    if (draw.oneIn(6)) {
      query.addOwnerId(UserId.AMAZON).addOwnerId(UserId.of(draw.one(ACCOUNTS)));
    }
    if (draw.oneIn(4)) {
      query.restorableByUserIds(draw.oneIn(2) ? "all" : "self");
    }
    for (int i = draw.below(3); i > 0; i--) {
      query.filter(filter(draw));
    }
    return query.build();
  }

  private static Filter filter(Draw draw) {
    return switch (draw.below(7)) {
      case 0 -> Filter.of("status", "completed");
      case 1 -> Filter.of("volume-id", "vol-*");
      case 2 -> Filter.of("tag:env", draw.oneIn(2) ? "*" : "a");
      case 3 -> Filter.of("tag:team", "a", "b");
      case 4 -> Filter.of("owner-id", draw.one(ACCOUNTS).value(), "not-an-account");
      case 5 -> Filter.of("snapshot-id", id(draw.below(SNAPSHOTS)).value(), "no ID");
      default -> Filter.of("volume-id", volume(draw).value());
    };
  }

  private static SnapshotId id(int number) {
    return SnapshotId.of("snap-%017x".formatted(1 + number));
  }

  private static VolumeId volume(Draw draw) {
    return VolumeId.of("vol-%017x".formatted(draw.below(9)));
  }
}
