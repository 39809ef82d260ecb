package dev.amikit.testkit.ec2;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection.DisabledAfter;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An EC2 for tests: a registry with a clock that the test moves. It begins empty, at noon of the
 * first of November 2026 UTC, and gives IDs that count up, so that a test gives the same each time.
 *
 * <pre>{@code
 * TestEc2 aws = TestEc2.create();
 * Ec2 ec2 = aws.as("111122223333");
 * ImageId id = ec2.copyImage(…);
 * aws.completeAll();
 * aws.pass(Duration.ofDays(30));
 * }</pre>
 *
 * <p>A JUnit test gets one with a {@link TestEc2Extension}.
 */
public final class TestEc2 {
  /** When the clock stands first. */
  public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  /** Where callers are that name no Region: us-east-1. */
  public static final Region HOME = Region.US_EAST_1;

  private final MovableClock clock;

  /** The clock of the registry: that of the test, unless EC2 is untidy. */
  private final Clock ofRegistry;

  private final RegistrySettings settings;
  private final InMemoryAmiRegistry registry;
  private final Optional<UntidyAws> untidy;

  private TestEc2(RegistrySettings settings, Optional<Untidiness> untidiness) {
    this.clock = new MovableClock(START);
    this.settings = settings;
    this.ofRegistry =
        Clock.offset(clock, untidiness.map(Untidiness::aheadBy).orElse(Duration.ZERO));
    this.registry = InMemoryAmiRegistry.create(ofRegistry, settings);
    this.untidy = untidiness.map(how -> new UntidyAws(registry, ofRegistry, settings, how));
  }

  /** {@return an EC2 in which work ends at once} */
  public static TestEc2 create() {
    return of(RegistrySettings.builder().ids(IdSource.counting()).build());
  }

  /**
   * Returns an EC2 with settings of its own.
   *
   * @param settings Regions, quotas, when work ends
   * @return the EC2
   */
  public static TestEc2 of(RegistrySettings settings) {
    requireNonNull(settings, "settings");
    return new TestEc2(settings, Optional.empty());
  }

  /**
   * Returns an EC2 of the same settings, empty too, that does things untidily for whoever calls it
   * by {@link #as}. {@link #registry()}, {@link #state()} and {@link #aws()} stay tidy, but for
   * their clock.
   *
   * @param untidiness what it does, and how often
   * @return the EC2
   */
  public TestEc2 untidy(Untidiness untidiness) {
    requireNonNull(untidiness, "untidiness");
    return new TestEc2(settings, Optional.of(untidiness));
  }

  /** {@return the registry itself} */
  public InMemoryAmiRegistry registry() {
    return registry;
  }

  /** {@return the clock that the test moves} */
  public MovableClock clock() {
    return clock;
  }

  /** {@return the present time by the clock of the test} */
  public Instant now() {
    return clock.instant();
  }

  /** {@return all that there is now, in all Regions and of all accounts} */
  public PartitionState state() {
    return registry.state();
  }

  /**
   * Begins to listen.
   *
   * @return what happens from now on, and is added here as it does
   */
  public List<RecordedEvent> listen() {
    List<RecordedEvent> told = new CopyOnWriteArrayList<>();
    registry.listen(told::add, (event, failure) -> {});
    return Collections.unmodifiableList(told);
  }

  /** {@return AWS's side, for what no operation brings about} */
  public Aws aws() {
    return registry.aws();
  }

  /**
   * Returns EC2 in us-east-1 as an account sees it.
   *
   * @param account the account
   * @return EC2 there
   */
  public Ec2 as(AccountId account) {
    return as(account, HOME);
  }

  /**
   * Returns EC2 in us-east-1 as an account sees it, given as text.
   *
   * @param account the text, 12 digits
   * @return EC2 there
   * @throws dev.amikit.rule.RuleViolationException by {@code account-id.format}
   */
  public Ec2 as(String account) {
    requireNonNull(account, "account");
    return as(AccountId.of(account));
  }

  /**
   * Returns EC2 in a Region as an account sees it.
   *
   * @param account the account
   * @param region the Region
   * @return EC2 there
   */
  public Ec2 as(AccountId account, Region region) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    return untidy
        .map(aws -> aws.as(account, region))
        .orElseGet(() -> registry.account(account).in(region));
  }

  /**
   * Returns the Recycle Bin of an account in a Region.
   *
   * @param account the account
   * @param region the Region
   * @return its Recycle Bin there
   */
  public RecycleBin recycleBin(AccountId account, Region region) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    return registry.account(account).recycleBinIn(region);
  }

  /**
   * Returns what puts images and snapshots in that are to be there.
   *
   * @param region where
   * @return what they are added to
   */
  public Seed seed(Region region) {
    return new Seed(this, requireNonNull(region, "region"));
  }

  // Time

  /**
   * Lets time pass, and what is due by then happen.
   *
   * @param duration how much, 0 or more
   */
  public void pass(Duration duration) {
    clock.pass(duration);
    registry.advance();
  }

  /**
   * Lets time pass until a time by the clock of EC2, and what is due by then happen. Nothing
   * happens if the time is past.
   *
   * @param time the time
   */
  public void passUntil(Instant time) {
    requireNonNull(time, "time");
    Duration left = Duration.between(ofRegistry.instant(), time);
    pass(left.isNegative() ? Duration.ZERO : left);
  }

  /**
   * Lets all work in the background end, whatever time it would take; the clock stays.
   *
   * @return the work that ended, of each Region where there was any
   */
  public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
    return registry.aws().completeAll();
  }

  /**
   * Lets time pass until an image is deprecated.
   *
   * @param region where it is
   * @param imageId the image
   * @throws IllegalArgumentException if it has no deprecation date
   */
  public void passUntilDeprecated(Region region, ImageId imageId) {
    passUntil(known(image(region, imageId).deprecationTime(), imageId, "is never deprecated"));
  }

  /**
   * Lets time pass until an image in the Recycle Bin is gone.
   *
   * @param region where it is
   * @param imageId the image
   * @throws IllegalArgumentException if it is not in the Recycle Bin
   */
  public void passUntilRetentionEnds(Region region, ImageId imageId) {
    passUntil(known(
        image(region, imageId).recycleBinStay().map(RecycleBinStay::exitTime),
        imageId,
        "is not in the Recycle Bin"));
  }

  /**
   * Lets time pass until a snapshot in the Recycle Bin is gone.
   *
   * @param region where it is
   * @param snapshotId the snapshot
   * @throws IllegalArgumentException if it is not in the Recycle Bin
   */
  public void passUntilRetentionEnds(Region region, SnapshotId snapshotId) {
    passUntil(known(
        snapshot(region, snapshotId).recycleBinStay().map(SnapshotRecycleBinStay::exitTime),
        snapshotId,
        "is not in the Recycle Bin"));
  }

  /**
   * Lets time pass until the deregistration protection of an image has cooled down.
   *
   * @param region where it is
   * @param imageId the image
   * @throws IllegalArgumentException if its protection is not cooling down
   */
  public void passUntilProtectionEnds(Region region, ImageId imageId) {
    passUntil(known(
        image(region, imageId)
            .deregistrationProtection()
            .filter(DisabledAfter.class::isInstance)
            .map(protection -> ((DisabledAfter) protection).end()),
        imageId,
        "has no protection that cools down"));
  }

  /**
   * Returns an image as its owner has it.
   *
   * @param region where it is
   * @param imageId the image
   * @return the image, also one in the Recycle Bin
   * @throws IllegalArgumentException if there is none
   */
  public Ami image(Region region, ImageId imageId) {
    requireNonNull(region, "region");
    requireNonNull(imageId, "imageId");
    return known(state().image(region, imageId), imageId, "is not in " + region);
  }

  /**
   * Returns a snapshot as its owner has it.
   *
   * @param region where it is
   * @param snapshotId the snapshot
   * @return the snapshot, also one in the Recycle Bin
   * @throws IllegalArgumentException if there is none
   */
  public Snapshot snapshot(Region region, SnapshotId snapshotId) {
    requireNonNull(region, "region");
    requireNonNull(snapshotId, "snapshotId");
    return known(state().snapshot(region, snapshotId), snapshotId, "is not in " + region);
  }

  private static <T> T known(Optional<T> found, Object id, String otherwise) {
    checkArgument(found.isPresent(), "%s %s", id, otherwise);
    return found.get();
  }
}
