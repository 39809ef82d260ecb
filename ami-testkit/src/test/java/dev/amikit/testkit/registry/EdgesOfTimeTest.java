package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.EnableDeprecation;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.jqwik.AmiDomain;
import dev.amikit.testkit.registry.History.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** No clock and no duration is too much for a registry. */
class EdgesOfTimeTest {
  private static final ImmutableList<Instant> TIMES = ImmutableList.of(
      Instant.MIN,
      Instant.MIN.plusNanos(1),
      Instant.parse("-0001-12-31T23:59:59.999999999Z"),
      Instant.parse("0000-01-01T00:00:00Z"),
      Instant.EPOCH,
      TestRegistry.START,
      Instant.parse("9999-12-31T23:59:59.999Z"),
      Instant.parse("+10000-01-01T00:00:00Z"),
      Instant.MAX.minusSeconds(1),
      Instant.MAX);

  private static final ImmutableList<Duration> DURATIONS = ImmutableList.of(
      Duration.ZERO,
      Duration.ofNanos(1),
      Duration.ofDays(1),
      Duration.between(Instant.EPOCH, Instant.MAX),
      Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));

  private static final ImmutableList<Integer> DAYS =
      ImmutableList.of(Integer.MIN_VALUE, -1, 0, 1, 7, 30, 180, 365, 36_500, Integer.MAX_VALUE);

  /** Goes with another clock, and now and then leaps to a time at the edges, ahead or back. */
  private static final class LeapingClock extends Clock {
    private final Clock steady;
    private final Random random;
    private Instant base = TestRegistry.START;
    private Instant since = TestRegistry.START;

    LeapingClock(Clock steady, Random random) {
      this.steady = steady;
      this.random = random;
    }

    @Override
    public Instant instant() {
      Instant now = steady.instant();
      if (random.nextInt(8) == 0) {
        base = random.nextInt(4) == 0
            ? Instant.ofEpochSecond(
                random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()))
            : TIMES.get(random.nextInt(TIMES.size()));
        since = now;
      }
      Duration gone = Duration.between(since, now);
      return Duration.between(base, Instant.MAX).compareTo(gone) < 0
          ? Instant.MAX
          : base.plus(gone);
    }

    @Override
    public ZoneId getZone() {
      return steady.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static RegistryUnderTest.Factory leaping(Random random) {
    return (clock, settings) -> {
      RegistrySettings.Builder edges = settings.toBuilder();
      settings.completion().forEach((kind, policy) -> {
        if (random.nextBoolean()) {
          CompletionPolicy other =
              CompletionPolicy.after(DURATIONS.get(random.nextInt(DURATIONS.size())));
          edges.completion(kind, policy.failure().map(other::failing).orElse(other));
        }
      });
      return RegistryUnderTest.inMemory(new LeapingClock(clock, random), edges.build());
    };
  }

  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  @Property(tries = 60)
  void whatever_the_clock_shows_a_registry_answers_or_refuses(
      @ForAll("attempts") Attempts attempts, @ForAll long seed) {
    History history = History.of(attempts, leaping(new Random(seed)));

    assertThat(history.steps()).hasSize(attempts.inTurn().size());
  }

  @Property(tries = 100)
  void whatever_times_and_periods_a_request_names_it_is_answered_or_refused_and_so_is_the_next(
      @ForAll("attempts") Attempts attempts, @ForAll long seed) {
    Random random = new Random(seed);
    List<RegistryUnderTest> made = new ArrayList<>();
    History history = History.of(beginning(attempts), (clock, settings) -> {
      made.add(leaping(random).create(clock, settings));
      return made.get(0);
    });
    assertThat(history.steps()).isNotEmpty();
    RegistryUnderTest registry = made.get(0);

    for (int i = 0; i < 30; i++) {
      Region region = one(random, History.REGIONS);
      AccountId caller = one(random, History.ACCOUNTS);
      Operation<?> request = one(random, requests(random, registry.state(), caller, region));
      assertThat(catchThrowable(() -> registry.as(caller, region).call(request)))
          .as("what comes of %s", request)
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).isNull(),
              thrown -> assertThat(thrown).isInstanceOf(RefusedException.class));
      History.ACCOUNTS.forEach(each -> look(registry.as(each, region)));
      registry.state().in(region).agenda().tasks().forEach(EdgesOfTimeTest::requireProgress);
    }
  }

  @Property
  @Domain(AmiDomain.class)
  @Domain(DomainContext.Global.class)
  void whenever_an_image_is_of_a_command_is_decided_and_its_events_can_happen(
      @ForAll Ami ami, @ForAll AmiCommand command, @ForAll("times") List<Instant> times) {
    Ami old = Optional.of(ami)
        .filter(any -> any.deprecationTime().isEmpty())
        .map(any -> any.toBuilder().creationDate(times.get(0)).build())
        .orElse(ami);
    Ami launched = old.toBuilder().lastLaunchedTime(times.get(1)).build();
    Decision<Ami> decision = command.decide(launched, times.get(2));

    assertThat(decision.applyTo(launched)).isNotNull();
  }

  @Property
  @Domain(AmiDomain.class)
  @Domain(DomainContext.Global.class)
  void whenever_a_snapshot_is_of_a_command_is_decided_and_its_events_can_happen(
      @ForAll Snapshot snapshot,
      @ForAll SnapshotCommand command,
      @ForAll("times") List<Instant> times) {
    Snapshot old = snapshot.toBuilder().startTime(times.get(0)).build();
    Decision<Snapshot> decision = command.decide(old, times.get(1));

    assertThat(decision.applyTo(old)).isNotNull();
    assertThat(old.lock().flatMap(SnapshotLock::lockDurationStartTime)).isNotNull();
  }

  @Property
  void a_command_with_any_period_is_decided_at_any_time(
      @ForAll("times") List<Instant> times, @ForAll("periods") Duration period) {
    Ami ami = Amis.availableAmi().toBuilder().creationDate(times.get(0)).build();
    Decision<Ami> decision = new Deregister(Optional.of(period)).decide(ami, times.get(1));

    assertThat(decision.applyTo(ami)).isNotNull();
    Decision<Ami> deprecated = new EnableDeprecation(times.get(2)).decide(ami, times.get(1));
    assertThat(deprecated.applyTo(ami)).isNotNull();
  }

  @Provide
  Arbitrary<List<Instant>> times() {
    return Arbitraries.of(TIMES).list().ofSize(3);
  }

  @Provide
  Arbitrary<Duration> periods() {
    return Arbitraries.of(DURATIONS);
  }

  private static Attempts beginning(Attempts attempts) {
    return new Attempts(
        attempts.mix(),
        attempts.inTurn().subList(0, Math.min(60, attempts.inTurn().size())));
  }

  private static List<Operation<?>> requests(
      Random random, PartitionState state, AccountId caller, Region region) {
    List<Operation<?>> requests = new ArrayList<>();
    int days = one(random, DAYS);
    Instant time = one(random, TIMES);
    requests.add(CreateRule.ofRegion(RetentionRule.ResourceType.EC2_IMAGE, days));
    requests.add(CreateRule.ofRegion(RetentionRule.ResourceType.EBS_SNAPSHOT, days));
    requests.add(new EnableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED));
    requests.add(new ReplaceImageCriteriaInAllowedImagesSettings(
        ImmutableList.of(ImageCriterion.builder()
            .maximumDaysSinceCreated(Math.max(0, days))
            .maximumDaysSinceDeprecated(Math.max(0, one(random, DAYS)))
            .build())));
    for (Ami ami : own(History.images(state, region), caller, Ami::ownerId)) {
      requests.add(EnableImageDeprecation.of(ami.imageId(), time));
      requests.add(new EnableImageDeregistrationProtection(ami.imageId(), true));
      requests.add(new DisableImageDeregistrationProtection(ami.imageId()));
      requests.add(new DeregisterImage(ami.imageId(), random.nextBoolean()));
      requests.add(ModifyImageAttribute.of(
          ami.imageId(), ModifyLaunchPermission.grant(LaunchPermission.everyone())));
      requests.add(RunInstances.builder()
          .imageId(ami.imageId())
          .instanceType("m7i.large")
          .build());
    }
    for (Snapshot snapshot : own(History.snapshots(state, region), caller, Snapshot::ownerId)) {
      LockMode mode = random.nextBoolean() ? LockMode.COMPLIANCE : LockMode.GOVERNANCE;
      LockSnapshot.Builder lock =
          LockSnapshot.builder().snapshotId(snapshot.snapshotId()).lockMode(mode);
      requests.add(lock.build());
      requests.add(lock.coolOffPeriod(Math.min(days, 100)).expirationDate(time).build());
      requests.add(lock.expirationDate(Optional.empty()).lockDuration(days).build());
      requests.add(new ModifySnapshotTier(snapshot.snapshotId(), StorageTier.ARCHIVE));
      requests.add(RestoreSnapshotTier.temporary(snapshot.snapshotId(), days));
      requests.add(new DeleteSnapshot(snapshot.snapshotId()));
    }
    state.in(region).accounts().retentionRules(caller).forEach(rule -> {
      requests.add(new LockRule(rule.identifier(), days));
      requests.add(new UnlockRule(rule.identifier()));
      requests.add(UpdateRule.builder()
          .identifier(rule.identifier())
          .retentionPeriodDays(days)
          .build());
    });
    return requests;
  }

  private static <T> List<T> own(List<T> all, AccountId caller, Function<T, AccountId> owner) {
    return all.stream().filter(each -> owner.apply(each).equals(caller)).toList();
  }

  /** Asks for all that depends on the time. */
  private static void look(Ec2 ec2) {
    ImageQuery everything =
        ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build();
    assertThat(ec2.describeImages(everything).items()).doesNotContainNull();
    assertThat(ec2.describeImages(
                everything.toBuilder().filter("creation-date", "9999-*").build())
            .items())
        .isNotNull();
    assertThat(ec2.describeSnapshots(
                SnapshotQuery.builder().filter("start-time", "*Z").build())
            .items())
        .isNotNull();
    assertThat(ec2.describeInstances()).isNotNull();
    assertThat(ec2.describeInstanceImageMetadata()).isNotNull();
    assertThat(ec2.describeVolumes()).isNotNull();
    assertThat(ec2.describeSnapshotTierStatus()).isNotNull();
    assertThat(ec2.describeLockedSnapshots()).isNotNull();
    assertThat(ec2.listImagesInRecycleBin()).isNotNull();
    assertThat(ec2.listSnapshotsInRecycleBin()).isNotNull();
  }

  private static void requireProgress(Task task) {
    TIMES.forEach(time ->
        assertThat(task.progressAt(time).orElse(0)).as("%s at %s", task, time).isBetween(0, 99));
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
