package dev.amikit.registry.plan;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.ManagedBy;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.time.Times;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An operation being decided: what has been planned so far, and the state as it would then be. A
 * refusal drops the plan.
 *
 * <p>Operations check in EC2's order: the form of the request, that what it names exists, whose it
 * is, in which state it is, and last values, policies and quotas.
 */
public final class Plan {
  private static final Comparator<Violation> MISSING_FIRST = Comparator.comparing(
      violation -> violation.rule().errorCode() != ErrorCode.MISSING_PARAMETER);

  private static final String IMAGE_ID = "imageId";
  private static final String SNAPSHOT_ID = "snapshotId";

  private final Situation situation;
  private final Outcome.Course course;

  Plan(Situation situation) {
    this.situation = requireNonNull(situation, "situation");
    this.course = Outcome.from(situation.state());
  }

  /**
   * Lets a plan grow by a body that either gives the answer or throws the refusal, be it of the
   * operation or of a value that it would make.
   */
  public static <R> Outcome<R> outcome(Situation situation, Function<Plan, R> body) {
    Plan plan = new Plan(situation);
    try {
      R result = body.apply(plan);
      return plan.course.done(result);
    } catch (RefusedException e) {
      return new Outcome.Refused<>(e.refusal());
    }
  }

  public PartitionState state() {
    return course.state();
  }

  public RegionState here() {
    return state().in(region());
  }

  public AccountId caller() {
    return situation.caller();
  }

  public Region region() {
    return situation.region();
  }

  public Instant now() {
    return situation.now();
  }

  public RegistrySettings settings() {
    return situation.settings();
  }

  public AccountSettings callerSettings() {
    return here().settings(caller());
  }

  /** Plans that something happens. */
  public void happens(RegistryEvent event) {
    course.happens(event);
  }

  /** Plans that something happens to a snapshot of this Region. */
  public void happens(SnapshotId id, Event<Snapshot> event) {
    happens(new RegistryEvent.SnapshotChanged(region(), id, event));
  }

  /** Plans that something happens to an image of this Region. */
  public void happens(ImageId id, Event<Ami> event) {
    happens(new RegistryEvent.ImageChanged(region(), id, event));
  }

  /** Plans that the caller sets up encryption otherwise, which no declarative policy manages. */
  public void changeEncryption(UnaryOperator<AccountSettings.Builder> change) {
    changeSettings(callerSettings(), change);
  }

  /** Plans that an image gets an ID. */
  public ImageId newImageId() {
    return newId(digits -> ImageId.of("ami-" + digits), id -> state().image(region(), id));
  }

  /** Plans that a snapshot gets an ID. */
  public SnapshotId newSnapshotId() {
    return newId(digits -> SnapshotId.of("snap-" + digits), id -> state().snapshot(region(), id));
  }

  /** Plans that an instance gets an ID. */
  public InstanceId newInstanceId() {
    return newId(digits -> InstanceId.of("i-" + digits), id -> state().instance(region(), id));
  }

  /** Plans that a launch gets an ID. */
  public String newReservationId() {
    return "r-" + newDigits();
  }

  /** Plans that a volume gets an ID. */
  public VolumeId newVolumeId() {
    return newId(digits -> VolumeId.of("vol-" + digits), id -> state().volume(region(), id));
  }

  /** Plans that a report on the usage of an image gets an ID. */
  public ImageUsageReportId newImageUsageReportId() {
    return newId(
        digits -> ImageUsageReportId.of("amiur-" + digits),
        id -> here().usageReports().get(id));
  }

  /**
   * Plans that something gets an ID that nothing has yet, be it that it came in from outside.
   *
   * @param named the ID that has some digits
   * @param found what has an ID
   */
  public <I> I newId(Function<String, I> named, Function<I, Optional<?>> found) {
    String digits = newDigits();
    I id = named.apply(digits);
    while (found.apply(id).isPresent()) {
      String next = newDigits();
      checkState(!next.equals(digits), "The source of IDs gave %s twice", next);
      digits = next;
      id = named.apply(digits);
    }
    return id;
  }

  private String newDigits() {
    String digits = settings().ids().digits(state().idsGiven());
    happens(new RegistryEvent.IdsGiven(1));
    return digits;
  }

  /** Plans that a task begins. */
  public void begin(Task task) {
    happens(new RegistryEvent.TaskBegun(region(), task));
  }

  /** Plans that what is being done for a subject is done no more. */
  public void stop(TaskSubject subject) {
    if (here().agenda().task(subject).isPresent()) {
      happens(new RegistryEvent.TaskEnded(region(), subject));
    }
  }

  /** When work that begins now ends, by its completion policy; empty if only when told. */
  public Optional<Instant> due(Task.Kind kind) {
    Optional<Duration> duration = settings().completion(kind).duration();
    return duration.isPresent() ? Optional.of(Times.plus(now(), duration.get())) : Optional.empty();
  }

  /** Why work that begins now will fail, by its completion policy; empty if it will succeed. */
  public Optional<StateReason> failure(Task.Kind kind) {
    return settings().completion(kind).failure();
  }

  /** How many tasks of a kind the caller has under way. */
  public int underWay(Task.Kind kind) {
    return here().agenda().count(caller(), kind);
  }

  /** Plans that the caller sets up EC2 otherwise; refuses if that is not for the account to do. */
  public void changeSettings(UnaryOperator<AccountSettings.Builder> change) {
    AccountSettings before = callerSettings();
    require(
        !before.managedByDeclarativePolicy(),
        AccountSettings.MANAGED_BY_ACCOUNT,
        "managedBy",
        ManagedBy.DECLARATIVE_POLICY);
    changeSettings(before, change);
  }

  private void changeSettings(
      AccountSettings before, UnaryOperator<AccountSettings.Builder> change) {
    AccountSettings after = change.apply(before.toBuilder()).build();
    if (!after.equals(before)) {
      happens(new RegistryEvent.SettingsChanged(region(), caller(), after));
    }
  }

  /**
   * Lets a command of the life cycle decide, at the time as EC2 tells times of images, and plans
   * what comes of it.
   */
  public void command(Ami ami, AmiCommand command) {
    Decision<Ami> decision = command.decide(ami, now().truncatedTo(Ami.TIME_UNIT));
    requireNone(decision.refusal());
    for (Event<Ami> event : decision.events()) {
      happens(ami.imageId(), event);
    }
  }

  /** The image after a command that was decided and planned. */
  public Ami changed(Ami ami, AmiCommand command) {
    command(ami, command);
    return image(ami.imageId());
  }

  /**
   * Lets a command of the life cycle decide, at the time as EC2 tells times of snapshots, and plans
   * what comes of it.
   */
  public void command(Snapshot snapshot, SnapshotCommand command) {
    Decision<Snapshot> decision = command.decide(snapshot, now().truncatedTo(Snapshot.TIME_UNIT));
    requireNone(decision.refusal());
    for (Event<Snapshot> event : decision.events()) {
      happens(snapshot.snapshotId(), event);
    }
  }

  /** The snapshot, which is still there, after a command that was decided and planned. */
  public Snapshot changed(Snapshot snapshot, SnapshotCommand command) {
    command(snapshot, command);
    return snapshot(snapshot.snapshotId());
  }

  /** An image on record; refuses if there is none. */
  public Ami image(ImageId id) {
    return image(id, IMAGE_ID);
  }

  private Ami image(ImageId id, String path) {
    Optional<Ami> found = here().images().get(id);
    if (found.isEmpty()) {
      throw notFound(id, path);
    }
    return found.get();
  }

  /** An image on record that the caller owns; refuses others, seen or not. */
  public Ami ownImage(ImageId id) {
    Ami ami = image(id);
    if (!ami.ownerId().equals(caller())) {
      throw refused(ImageAccess.OWNER, "imageId", id);
    }
    return ami;
  }

  /** The caller as one that looks at images. */
  public Viewer viewer() {
    return state().viewer(region(), caller(), now());
  }

  /**
   * An image that the caller may use as something seen; refuses in the words of an unknown one if
   * it may not, be it for lack of a permission or by its Allowed AMIs setting.
   */
  public Ami visibleImage(ImageId id) {
    return visibleImage(id, IMAGE_ID);
  }

  /** The same of an image that the member of a request at the path names. */
  public Ami visibleImage(ImageId id, String path) {
    Ami ami = image(id, path);
    Viewer viewer = viewer();
    if (!viewer.isPermitted(ami)) {
      throw notFound(id, path);
    }
    requireAllowed(viewer, ami, path);
    return ami;
  }

  /** Refuses an image, by the member of a request that names it, unless Allowed AMIs leave it. */
  public void requireAllowed(Viewer viewer, Ami ami, String path) {
    if (!viewer.isAllowed(ami)) {
      throw refused(
          ImageAccess.ALLOWED.brokenBy(path, ami.imageId()).with(IMAGE_ID, ami.imageId()));
    }
  }

  /** Refuses an image that is gone or in the Recycle Bin, and so can only be restored or tagged. */
  public void requireRegistered(Ami ami) {
    requireOnRecord(ami);
    require(!ami.isInRecycleBin(), ImageAccess.NOT_BINNED, "imageId", ami.imageId());
  }

  /** Refuses an image that was deregistered for good. */
  public void requireOnRecord(Ami ami) {
    require(ami.state() != AmiState.DEREGISTERED, ImageAccess.NOT_GONE, "imageId", ami.imageId());
  }

  /** Whether the caller may launch an image: its owner, or one that a permission reaches. */
  public boolean mayLaunch(Ami ami) {
    return viewer().isPermitted(ami);
  }

  /** A snapshot of this Region that is not in the Recycle Bin; refuses if there is none. */
  public Snapshot snapshot(SnapshotId id) {
    return snapshot(id, SNAPSHOT_ID);
  }

  private Snapshot snapshot(SnapshotId id, String path) {
    Optional<Snapshot> found = here().snapshots().get(id);
    if (found.isEmpty() || found.get().isInRecycleBin()) {
      throw notFound(id, path);
    }
    return found.get();
  }

  /** Whether the caller may read a snapshot: its owner, or one that a permission reaches. */
  public boolean mayRead(Snapshot snapshot) {
    return here().isReadable(caller(), snapshot);
  }

  /** A snapshot that the caller may read; refuses like an unknown one if it is not. */
  public Snapshot readableSnapshot(SnapshotId id) {
    return readableSnapshot(id, SNAPSHOT_ID);
  }

  /** The same of a snapshot that the member of a request at the path names. */
  public Snapshot readableSnapshot(SnapshotId id, String path) {
    Snapshot snapshot = snapshot(id, path);
    if (!mayRead(snapshot)) {
      throw notFound(id, path);
    }
    return snapshot;
  }

  /** A snapshot that the caller owns; refuses others that it may read, and hides the rest. */
  public Snapshot ownSnapshot(SnapshotId id) {
    return ownSnapshot(id, SNAPSHOT_ID);
  }

  private Snapshot ownSnapshot(SnapshotId id, String path) {
    Snapshot snapshot = readableSnapshot(id, path);
    requireOwn(snapshot);
    return snapshot;
  }

  /**
   * A snapshot of the caller; refuses those of others like unknown ones, even if it may read them.
   */
  public Snapshot snapshotOfCaller(SnapshotId id) {
    Snapshot snapshot = snapshot(id);
    if (!snapshot.ownerId().equals(caller())) {
      throw notFound(id, SNAPSHOT_ID);
    }
    return snapshot;
  }

  /** Refuses a snapshot that the caller may read but does not own. */
  public void requireOwn(Snapshot snapshot) {
    if (!snapshot.ownerId().equals(caller())) {
      throw refused(SnapshotAccess.OWNER, "snapshotId", snapshot.snapshotId());
    }
  }

  /** The snapshots of the caller, by ID: those named, or all if none is. */
  public Stream<Snapshot> ownSnapshots(ImmutableSet<SnapshotId> ids) {
    return ids.isEmpty()
        ? here().snapshots().ownedBy(caller())
        : ids.stream().sorted().map(id -> ownSnapshot(id, "snapshotIds"));
  }

  /** An instance of the caller; refuses those of others like unknown ones. */
  public Instance ownInstance(InstanceId id) {
    return ownInstance(id, "instanceId");
  }

  /** The same of an instance that the member of a request at the path names. */
  public Instance ownInstance(InstanceId id, String path) {
    return state()
        .instance(region(), id)
        .filter(instance -> instance.ownerId().equals(caller()))
        .orElseThrow(() -> refused(Instance.EXISTS.brokenBy(path, id).with("instanceId", id)));
  }

  /** A volume of the caller; refuses those of others like unknown ones. */
  public Volume ownVolume(VolumeId id) {
    return ownVolume(id, "volumeId");
  }

  /** The same of a volume that the member of a request at the path names. */
  public Volume ownVolume(VolumeId id, String path) {
    return state()
        .volume(region(), id)
        .filter(volume -> volume.ownerId().equals(caller()))
        .orElseThrow(() -> refused(Volume.EXISTS.brokenBy(path, id).with("volumeId", id)));
  }

  /** A report of the caller; refuses those of others like unknown ones. */
  public ImageUsageReport ownImageUsageReport(ImageUsageReportId id, String path) {
    return here()
        .usageReports()
        .get(caller(), id)
        .orElseThrow(() -> refused(ImageUsageReport.EXISTS, path, id));
  }

  /** Refuses by the rule, unless it is kept. */
  public void require(boolean kept, Rule rule, String path, Object found) {
    if (!kept) {
      throw refused(rule, path, found);
    }
  }

  /** Refuses by the violation, unless the rule is kept; only then is the violation made. */
  public void require(boolean kept, Supplier<Violation> violation) {
    if (!kept) {
      throw refused(violation.get());
    }
  }

  /** Refuses if there is a reason to. */
  public void requireNone(Optional<Refusal> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get().toException();
    }
  }

  /** Refuses by all these broken rules at once, if there are any; what is missing comes first. */
  public void requireNone(ImmutableList<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Refusal(ImmutableList.sortedCopyOf(MISSING_FIRST, violations)).toException();
    }
  }

  /** The refusal by a rule, to be thrown. */
  public static RefusedException refused(Rule rule, String path, Object found) {
    return refused(rule.brokenBy(path, found));
  }

  /** The refusal by one violation, to be thrown. */
  public static RefusedException refused(Violation violation) {
    return Refusal.of(violation).toException();
  }

  /** The refusal of an image that is not there, by the member of the request that names it. */
  public static RefusedException notFound(ImageId id, String path) {
    return refused(ImageAccess.EXISTS.brokenBy(path, id).with(IMAGE_ID, id));
  }

  /** The refusal of a snapshot that is not there, by the member of the request that names it. */
  public static RefusedException notFound(SnapshotId id, String path) {
    return refused(Snapshot.EXISTS.brokenBy(path, id).with(SNAPSHOT_ID, id));
  }
}
