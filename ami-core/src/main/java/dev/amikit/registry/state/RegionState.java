package dev.amikit.registry.state;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.EndTemporaryRestore;
import dev.amikit.lifecycle.snapshot.Expire;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.time.Times;
import dev.amikit.usage.ImageUsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One Region of a partition at one moment, as shelves: each holds the resources of one kind, of all
 * accounts, and keeps what finds them. It never changes.
 *
 * @param region the Region
 * @param images its images
 * @param snapshots its snapshots
 * @param instances its instances
 * @param volumes its volumes
 * @param buckets its buckets
 * @param fastLaunches fast launch of its images
 * @param usageReports the reports on the usage of its images
 * @param accounts how accounts have set it up
 * @param foreignTags the tags of accounts on resources of others
 * @param clientTokens the tokens that came with requests
 * @param agenda what will happen
 */
public record RegionState(
    Region region,
    Images images,
    Snapshots snapshots,
    Instances instances,
    Volumes volumes,
    Buckets buckets,
    FastLaunches fastLaunches,
    ImageUsageReports usageReports,
    Accounts accounts,
    ForeignTags foreignTags,
    ClientTokens clientTokens,
    Agenda agenda) {
  /**
   * Refuses null.
   *
   * @param region the Region
   * @param images its images
   * @param snapshots its snapshots
   * @param instances its instances
   * @param volumes its volumes
   * @param buckets its buckets
   * @param fastLaunches fast launch of its images
   * @param usageReports the reports on the usage of its images
   * @param accounts how accounts have set it up
   * @param foreignTags the tags of accounts on resources of others
   * @param clientTokens the tokens that came with requests
   * @param agenda what will happen
   */
  public RegionState {
    requireNonNull(region, "region");
    requireNonNull(images, "images");
    requireNonNull(snapshots, "snapshots");
    requireNonNull(instances, "instances");
    requireNonNull(volumes, "volumes");
    requireNonNull(buckets, "buckets");
    requireNonNull(fastLaunches, "fastLaunches");
    requireNonNull(usageReports, "usageReports");
    requireNonNull(accounts, "accounts");
    requireNonNull(foreignTags, "foreignTags");
    requireNonNull(clientTokens, "clientTokens");
    requireNonNull(agenda, "agenda");
  }

  private static final Duration STORE_TASKS_ARE_TOLD_FOR = Duration.ofDays(31);

  private static final Comparator<Ami> NEWEST_FIRST = Comparator.<Ami, Instant>comparing(
          ami -> ami.creationDate().orElse(Instant.MIN))
      .reversed();

  static RegionState empty(Region region) {
    return new RegionState(
        region,
        Images.none(),
        Snapshots.none(),
        Instances.none(),
        Volumes.none(),
        Buckets.none(),
        FastLaunches.none(),
        ImageUsageReports.none(),
        Accounts.none(),
        ForeignTags.none(),
        ClientTokens.none(),
        Agenda.empty());
  }

  /**
   * Returns how an account has set up EC2 in the Region.
   *
   * @param account the account
   * @return its settings; those of a new account, if it never changed any
   */
  public AccountSettings settings(AccountId account) {
    requireNonNull(account, "account");
    return accounts.settings(account);
  }

  /**
   * Returns the tags that an account attached to an image.
   *
   * @param account the account
   * @param ami the image
   * @return its tags: those on the image for its owner
   */
  public Tags tags(AccountId account, Ami ami) {
    requireNonNull(account, "account");
    requireNonNull(ami, "ami");
    return ami.ownerId().equals(account) ? ami.tags() : foreignTags.get(account, ami.imageId());
  }

  /**
   * Returns the tags that an account attached to a snapshot.
   *
   * @param account the account
   * @param snapshot the snapshot
   * @return its tags: those on the snapshot for its owner
   */
  public Tags tags(AccountId account, Snapshot snapshot) {
    requireNonNull(account, "account");
    requireNonNull(snapshot, "snapshot");
    return snapshot.ownerId().equals(account)
        ? snapshot.tags()
        : foreignTags.get(account, snapshot.snapshotId());
  }

  /**
   * Tells whether an account may read a snapshot: make volumes and copies of it.
   *
   * @param account the account
   * @param snapshot the snapshot
   * @return whether the account owns it, or a permission reaches the account and is not blocked
   */
  public boolean isReadable(AccountId account, Snapshot snapshot) {
    requireNonNull(account, "account");
    requireNonNull(snapshot, "snapshot");
    return snapshot.ownerId().equals(account)
        || snapshot.createVolumePermissions().contains(CreateVolumePermission.userId(account))
        || snapshot.isPublic() && !blocksAllSharing(snapshot.ownerId());
  }

  /** Whether an account has blocked all public sharing of its snapshots. */
  boolean blocksAllSharing(AccountId owner) {
    return settings(owner).snapshotBlockPublicAccess() == BlockPublicAccess.BLOCK_ALL_SHARING;
  }

  /**
   * Returns the images that keep a snapshot from being deleted: those that use it, and the one that
   * it is being made for.
   *
   * @param snapshot the snapshot
   * @return their IDs, the newest first
   */
  public ImmutableList<ImageId> holders(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return users(snapshot, RegionState::holdsSnapshots)
        .sorted(NEWEST_FIRST)
        .map(Ami::imageId)
        .collect(toImmutableList());
  }

  /**
   * Returns an image that keeps a snapshot from being archived: one that uses it and is not
   * disabled, or that it is being made for.
   *
   * @param snapshot the snapshot
   * @return the ID of one; empty if there is none
   */
  public Optional<ImageId> userNotDisabled(SnapshotId snapshot) {
    requireNonNull(snapshot, "snapshot");
    return users(snapshot, ami -> holdsSnapshots(ami) && ami.state() != AmiState.DISABLED)
        .map(Ami::imageId)
        .findFirst();
  }

  private static boolean holdsSnapshots(Ami ami) {
    return AmiStage.of(ami).holdsSnapshots();
  }

  private Stream<Ami> users(SnapshotId snapshot, Predicate<Ami> test) {
    return Stream.concat(
            images.using(snapshot), agenda.imageAwaiting(snapshot).flatMap(images::get).stream())
        .filter(test)
        .distinct();
  }

  /**
   * Returns the work under way for a subject, which can be told to end.
   *
   * @param subject the subject
   * @return its task
   * @throws RefusedException by {@code task.under-way} if there is none
   */
  public Task work(TaskSubject subject) {
    requireNonNull(subject, "subject");
    return agenda
        .task(subject)
        .filter(task -> task.kind().isWork())
        .orElseThrow(
            () -> Refusal.of(Task.UNDER_WAY.brokenBy("subject", subject).with("region", region))
                .toException());
  }

  /** Whether there is something for a task to work on. */
  boolean holds(TaskSubject subject) {
    return subject instanceof ImageId image && images.contains(image)
        || subject instanceof SnapshotId snapshot && snapshots.get(snapshot).isPresent()
        || subject instanceof InstanceId instance && instances.get(instance).isPresent()
        || subject instanceof VolumeId volume && volumes.get(volume).isPresent()
        || subject instanceof S3ObjectId object && buckets.inProgress(object).isPresent()
        || subject instanceof FastLaunchId id && fastLaunches.get(id).isPresent()
        || subject instanceof ImageUsageReportId report
            && usageReports.get(report).filter(ImageUsageReport::isPending).isPresent();
  }

  /** What happens to the subject whose time came first. */
  ImmutableList<RegistryEvent> due(Instant now) {
    return agenda
        .whatIsDue(now)
        .map(due -> due.ofTask() ? ended(due.subject()) : expired(due.subject(), now))
        .filter(events -> !events.isEmpty())
        .findFirst()
        .orElse(ImmutableList.of());
  }

  private ImmutableList<RegistryEvent> ended(TaskSubject subject) {
    Task task = agenda.task(subject).orElseThrow();
    return task.ended(this, task.due().orElseThrow());
  }

  private ImmutableList<RegistryEvent> expired(TaskSubject subject, Instant now) {
    if (subject instanceof ImageId id) {
      return images.get(id).map(ami -> expired(ami, now)).orElse(ImmutableList.of());
    }
    if (subject instanceof SnapshotId id) {
      return snapshots.get(id).map(snapshot -> expired(snapshot, now)).orElse(ImmutableList.of());
    }
    if (subject instanceof ImageUsageReportId id) {
      return expired(id);
    }
    return ImmutableList.of(
        subject instanceof S3ObjectId object
            ? new BucketEvent.StoreImageTaskPurged(region, object)
            : new RegistryEvent.InstancePurged(region, (InstanceId) subject));
  }

  /** What happens to an image whose stay in the Recycle Bin is over: soon nothing is left of it. */
  private ImmutableList<RegistryEvent> expired(Ami ami, Instant now) {
    Decision<Ami> decision = new ExpireInRecycleBin().decide(ami, now);
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    decision
        .events()
        .forEach(event -> events.add(new RegistryEvent.ImageChanged(region, ami.imageId(), event)));
    if (decision.refusal().isEmpty() && agenda.task(ami.imageId()).isEmpty()) {
      Instant exitTime = ami.recycleBinStay().orElseThrow().exitTime();
      events.add(new RegistryEvent.TaskBegun(
          region, new ImagePurge(ami.imageId(), ami.ownerId(), exitTime)));
    }
    return events.build();
  }

  private ImmutableList<RegistryEvent> expired(Snapshot snapshot, Instant now) {
    return events(
        snapshot, snapshot.isInRecycleBin() ? new Expire() : new EndTemporaryRestore(), now);
  }

  /** What happens to a report whose days are over: it goes, even if it is not there yet. */
  private ImmutableList<RegistryEvent> expired(ImageUsageReportId id) {
    RegistryEvent deleted = new ImageUsageReportEvent.ImageUsageReportDeleted(region, id);
    return agenda.task(id).isPresent()
        ? ImmutableList.of(new RegistryEvent.TaskEnded(region, id), deleted)
        : ImmutableList.of(deleted);
  }

  /** What happens to a snapshot by a command; nothing if it is refused. */
  ImmutableList<RegistryEvent> events(Snapshot snapshot, SnapshotCommand command, Instant now) {
    return command.decide(snapshot, now).events().stream()
        .map(event -> new RegistryEvent.SnapshotChanged(region, snapshot.snapshotId(), event))
        .collect(toImmutableList());
  }

  /** What happens to fast launch of an image by a command; nothing if it is refused. */
  ImmutableList<RegistryEvent> events(FastLaunchId id, FastLaunchCommand command, Instant now) {
    return command
        .decide(fastLaunches.get(id), now.truncatedTo(FastLaunch.TIME_UNIT))
        .events()
        .stream()
        .map(event -> new FastLaunchInRegion.FastLaunchChanged(region, id, event))
        .collect(toImmutableList());
  }

  /**
   * Whether a snapshot that was made for fast launch can be removed: no image uses it and it is not
   * locked, or it is gone already.
   */
  boolean canRemove(SnapshotId id, Instant now) {
    return snapshots
        .get(id)
        .filter(snapshot -> !snapshot.isInRecycleBin())
        .map(snapshot ->
            holders(id).isEmpty() && deletion(snapshot).decide(snapshot, now).isAccepted())
        .orElse(true);
  }

  /**
   * Returns what happens when a snapshot that was made for fast launch is removed, be it used up or
   * not. One that cannot be stays, as any other snapshot of the account.
   *
   * @param fastLaunchId what it was made for
   * @param id the snapshot
   * @param now the present time
   * @return the events, in their order
   */
  public ImmutableList<RegistryEvent> removal(
      FastLaunchId fastLaunchId, SnapshotId id, Instant now) {
    requireNonNull(fastLaunchId, "fastLaunchId");
    requireNonNull(id, "id");
    requireNonNull(now, "now");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    snapshots
        .get(id)
        .filter(snapshot -> !snapshot.isInRecycleBin() && canRemove(id, now))
        .ifPresent(snapshot -> events.addAll(removal(snapshot, now)));
    return events
        .add(new FastLaunchInRegion.FastLaunchSnapshotRemoved(region, fastLaunchId, id))
        .build();
  }

  /**
   * Returns what happens when a snapshot goes, be it into the Recycle Bin or for good, together
   * with its move to another tier.
   *
   * @param snapshot the snapshot, which can be deleted
   * @param now the present time
   * @return the events, in their order
   */
  public ImmutableList<RegistryEvent> removal(Snapshot snapshot, Instant now) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(now, "now");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    events.addAll(events(snapshot, deletion(snapshot), now.truncatedTo(Snapshot.TIME_UNIT)));
    agenda
        .task(snapshot.snapshotId())
        .filter(task -> task.kind() == Task.Kind.ARCHIVAL || task.kind() == Task.Kind.RESTORE)
        .ifPresent(move -> events.add(new RegistryEvent.TaskEnded(region, move.subject())));
    return events.build();
  }

  /**
   * Returns the command by which a snapshot goes: into the Recycle Bin if a retention rule says so,
   * or for good.
   *
   * @param snapshot the snapshot
   * @return the command
   */
  public Delete deletion(Snapshot snapshot) {
    return new Delete(retention(snapshot));
  }

  /**
   * Returns for how long the retention rules of its owner keep a snapshot in the Recycle Bin, once
   * it is deleted.
   *
   * @param snapshot the snapshot
   * @return the longest period of the rules that match; empty if none does
   */
  public Optional<Duration> retention(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return accounts.retention(snapshot.ownerId(), ResourceType.EBS_SNAPSHOT, snapshot.tags());
  }

  /** The Region after an image, which is known as it was before, has come or changed. */
  RegionState changed(Optional<Ami> before, Ami after) {
    Optional<Instant> exitTime = after.recycleBinStay().map(RecycleBinStay::exitTime);
    return with(images.with(after), foreignTags)
        .with(agenda.moved(after.imageId(), exitTime(before), exitTime));
  }

  RegionState without(ImageId id) {
    Images untagged = images;
    for (AccountId account : foreignTags.taggersOf(id)) {
      untagged = untagged.retagged(id, account, foreignTags.get(account, id), Tags.none());
    }
    return with(untagged.without(id), foreignTags.without(id))
        .with(clientTokens.without(id))
        .with(fastLaunches.without(id))
        .with(unpurged(id).moved(id, exitTime(images.get(id)), Optional.empty()));
  }

  /** The agenda without what was to come of an image that is gone by now. */
  private Agenda unpurged(ImageId id) {
    Agenda left = agenda.task(id, ImagePurge.class).map(agenda::without).orElse(agenda);
    for (FastLaunch lost : fastLaunches.of(id).collect(toImmutableList())) {
      left = left.task(lost.id()).map(left::without).orElse(left);
    }
    return left;
  }

  private static Optional<Instant> exitTime(Optional<Ami> ami) {
    return ami.flatMap(Ami::recycleBinStay).map(RecycleBinStay::exitTime);
  }

  /** The Region after an instance has come or changed. */
  RegionState with(Instance after) {
    InstanceId id = after.instanceId();
    Optional<Instant> before = instances.get(id).flatMap(Instance::describedUntil);
    return with(instances.with(after)).with(agenda.moved(id, before, after.describedUntil()));
  }

  RegionState without(InstanceId id) {
    Optional<Instant> before = instances.get(id).flatMap(Instance::describedUntil);
    return with(instances.without(id))
        .with(clientTokens.without(id))
        .with(agenda.moved(id, before, Optional.empty()));
  }

  RegionState without(VolumeId id) {
    return with(volumes.without(id)).with(clientTokens.without(id));
  }

  /** The Region after a snapshot has come or changed. */
  RegionState with(Snapshot after) {
    SnapshotId id = after.snapshotId();
    return with(snapshots.with(after), foreignTags)
        .with(agenda.moved(id, nextDue(snapshots.get(id)), after.nextDue()));
  }

  RegionState without(SnapshotId id) {
    Snapshots untagged = snapshots;
    for (AccountId account : foreignTags.taggersOf(id)) {
      untagged = untagged.retagged(id, account, foreignTags.get(account, id), Tags.none());
    }
    return with(untagged.without(id), foreignTags.without(id))
        .with(agenda.moved(id, nextDue(snapshots.get(id)), Optional.empty()));
  }

  private static Optional<Instant> nextDue(Optional<Snapshot> snapshot) {
    return snapshot.flatMap(Snapshot::nextDue);
  }

  RegionState withForeignTags(AccountId account, ImageId id, Tags tags) {
    return with(
        images.retagged(id, account, foreignTags.get(account, id), tags),
        foreignTags.with(account, id, tags));
  }

  RegionState withForeignTags(AccountId account, SnapshotId id, Tags tags) {
    return with(
        snapshots.retagged(id, account, foreignTags.get(account, id), tags),
        foreignTags.with(account, id, tags));
  }

  private RegionState with(Images changed, ForeignTags tags) {
    return after(next -> {
      next.images = changed;
      next.foreignTags = tags;
    });
  }

  private RegionState with(Snapshots changed, ForeignTags tags) {
    return after(next -> {
      next.snapshots = changed;
      next.foreignTags = tags;
    });
  }

  private RegionState with(Instances changed) {
    return after(next -> next.instances = changed);
  }

  RegionState with(Volumes changed) {
    return after(next -> next.volumes = changed);
  }

  /** The Region after something has happened to an object, or to its tasks. */
  RegionState with(S3ObjectId id, Buckets changed) {
    return after(next -> next.buckets = changed)
        .with(agenda.moved(id, purgedAt(buckets.firstEnded(id)), purgedAt(changed.firstEnded(id))));
  }

  private static Optional<Instant> purgedAt(Optional<StoreImageTask> ended) {
    return ended.map(task -> Times.plus(task.taskStartTime(), STORE_TASKS_ARE_TOLD_FOR));
  }

  RegionState with(FastLaunches changed) {
    return after(next -> next.fastLaunches = changed);
  }

  /** The Region after something has happened to a report. */
  RegionState with(ImageUsageReportId id, ImageUsageReports changed) {
    Optional<Instant> before = usageReports.get(id).map(ImageUsageReport::expirationTime);
    Optional<Instant> after = changed.get(id).map(ImageUsageReport::expirationTime);
    return after(next -> {
          next.usageReports = changed;
          next.clientTokens = after.isEmpty() ? clientTokens.without(id) : clientTokens;
        })
        .with(agenda.moved(id, before, after));
  }

  RegionState with(Accounts changed) {
    return after(next -> next.accounts = changed);
  }

  RegionState with(ClientTokens changed) {
    return after(next -> next.clientTokens = changed);
  }

  @SuppressWarnings("ReferenceEquality") // the very same agenda, at no cost
  RegionState with(Agenda changed) {
    return changed == agenda ? this : after(next -> next.agenda = changed);
  }

  private RegionState after(Consumer<Copy> change) {
    Copy next = new Copy(this);
    change.accept(next);
    return next.end();
  }

  /** The Region on its way to another state: what is not set stays. */
  private static final class Copy {
    private final Region region;
    private Images images;
    private Snapshots snapshots;
    private Instances instances;
    private Volumes volumes;
    private Buckets buckets;
    private FastLaunches fastLaunches;
    private ImageUsageReports usageReports;
    private Accounts accounts;
    private ForeignTags foreignTags;
    private ClientTokens clientTokens;
    private Agenda agenda;

    Copy(RegionState of) {
      this.region = of.region;
      this.images = of.images;
      this.snapshots = of.snapshots;
      this.instances = of.instances;
      this.volumes = of.volumes;
      this.buckets = of.buckets;
      this.fastLaunches = of.fastLaunches;
      this.usageReports = of.usageReports;
      this.accounts = of.accounts;
      this.foreignTags = of.foreignTags;
      this.clientTokens = of.clientTokens;
      this.agenda = of.agenda;
    }

    RegionState end() {
      return new RegionState(
          region,
          images,
          snapshots,
          instances,
          volumes,
          buckets,
          fastLaunches,
          usageReports,
          accounts,
          foreignTags,
          clientTokens,
          agenda);
    }
  }
}
