package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.account.DisableAllowedImagesSettings;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.account.ResetEbsDefaultKmsKeyId;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageUsageReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A partition in which many things happened; every step is kept. It is what some {@link Attempts}
 * come to in a registry; the same attempts come to the same history.
 */
public final class History {
  /** How many attempts are drawn, before any shrinking. */
  public static final int LENGTH = 200;

  /** The accounts that act. */
  public static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(TestRegistry.OWNER, TestRegistry.FRIEND, TestRegistry.STRANGER);

  /** The Regions in which they act. */
  public static final ImmutableList<Region> REGIONS =
      ImmutableList.of(TestRegistry.HERE, TestRegistry.THERE, Region.of("ap-southeast-2"));

  static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");
  static final int CHOICES = 16; // no attempt needs more
  private static final ImageId NO_IMAGE = ImageId.of("ami-0123456789abcdef0");
  private static final InstanceId NO_INSTANCE = InstanceId.of("i-0123456789abcdef0");
  private static final SnapshotId NO_SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
  private static final Duration FINER_THAN_ANY_TIME_OF_EC2 = Duration.ofNanos(987_654_321);
  private static final StateReason NO_LUCK = new StateReason("Server.InternalError", "No luck");

  /** What can happen. */
  public enum Kind {
    /** An image is registered. */
    REGISTER,
    /** A volume is created, or a snapshot of one. */
    VOLUME,
    /** A volume is attached to an instance, detached, or deleted. */
    ATTACH,
    /** An instance is launched. */
    RUN,
    /** An instance is started, stopped or terminated. */
    INSTANCE,
    /** An image is created of an instance. */
    CREATE_IMAGE,
    /** An image is copied. */
    COPY,
    /** An image is stored in S3, or restored from there. */
    STORE,
    /** An image is deregistered. */
    DEREGISTER,
    /** An image is restored from the Recycle Bin. */
    RESTORE,
    /** An image is disabled. */
    DISABLE,
    /** An image is enabled. */
    ENABLE,
    /** The deprecation of an image is enabled or disabled. */
    DEPRECATE,
    /** The deregistration protection of an image is enabled or disabled. */
    PROTECT,
    /** An image is shared with an account, or no more. */
    SHARE,
    /** An image is shared with everyone. */
    PUBLISH,
    /** An attribute of an image is modified, or fast launch of it is asked for. */
    ATTRIBUTE,
    /** An image is tagged, or a tag is deleted. */
    TAG,
    /** A watermark is attached to an image, or detached. */
    WATERMARK,
    /** A retention rule is created. */
    RETENTION,
    /** A snapshot is deleted, shared, restored from the Recycle Bin or copied. */
    SNAPSHOT,
    /** A snapshot is archived, or restored from the archive. */
    TIER,
    /** A snapshot is locked, or no more. */
    LOCK,
    /** A setting of an account is changed. */
    SETTINGS,
    /** A report on the usage of an image is asked for, or deleted. */
    REPORT,
    /** An account looks at what there is. */
    LOOK,
    /** Work ends before its time. */
    FINISH,
    /** Time goes by. */
    TIME
  }

  /** What happens most, and when and how work ends. */
  public enum Mix {
    /** Everything alike. */
    EVERYTHING(atOnce()),
    /** New images. */
    MAKING(
        after(Duration.ofMinutes(20))
            .completion(
                Task.Kind.IMAGE_REGISTRATION, CompletionPolicy.after(Duration.ofMinutes(7))),
        Kind.REGISTER,
        Kind.RUN,
        Kind.CREATE_IMAGE,
        Kind.VOLUME),
    /** Instances and their volumes. */
    RUNNING(atOnce(), Kind.REGISTER, Kind.RUN, Kind.RUN, Kind.INSTANCE, Kind.ATTACH),
    /** Copies, at once. */
    COPYING(atOnce(), Kind.COPY, Kind.WATERMARK, Kind.SHARE),
    /** Copies that take hours, and may fail. */
    SLOW_COPYING(after(Duration.ofHours(5)), Kind.COPY, Kind.DEREGISTER, Kind.FINISH, Kind.TIME),
    /** Into the Recycle Bin and out. */
    BINNING(atOnce(), Kind.DEREGISTER, Kind.RESTORE, Kind.RETENTION, Kind.REGISTER),
    /** Images for everyone. */
    PUBLISHING(atOnce(), Kind.PUBLISH, Kind.SHARE, Kind.DEPRECATE, Kind.WATERMARK),
    /** Disabled and enabled again. */
    DISABLING(atOnce(), Kind.DISABLE, Kind.ENABLE, Kind.PUBLISH, Kind.TIER),
    /** Protected from being deregistered. */
    PROTECTING(atOnce(), Kind.PROTECT, Kind.DEREGISTER, Kind.TIME, Kind.RETENTION),
    /** Tags, attributes and watermarks. */
    DESCRIBING(atOnce(), Kind.TAG, Kind.ATTRIBUTE, Kind.WATERMARK, Kind.SHARE),
    /** Snapshots and their tiers. */
    STORING(after(Duration.ofHours(30)), Kind.SNAPSHOT, Kind.TIER, Kind.DISABLE, Kind.RETENTION),
    /** Into S3 and back. */
    STORING_IN_S3(after(Duration.ofHours(1)), Kind.STORE, Kind.STORE, Kind.SHARE, Kind.SNAPSHOT),
    /** Much time goes by. */
    WAITING(after(Duration.ofDays(2)), Kind.TIME, Kind.DEREGISTER, Kind.RESTORE, Kind.DEPRECATE),
    /** Accounts look at what there is. */
    LOOKING(atOnce(), Kind.LOOK, Kind.LOOK, Kind.LOOK, Kind.LOCK, Kind.REPORT),
    /** Settings of accounts. */
    SETTING_UP(after(Duration.ofMinutes(1)), Kind.SETTINGS, Kind.PUBLISH, Kind.COPY, Kind.REGISTER),
    /** Work that ends when it is told. */
    TELLING(
        RegistrySettings.builder().completion(CompletionPolicy.whenTold()),
        Kind.FINISH,
        Kind.FINISH,
        Kind.COPY,
        Kind.RUN,
        Kind.CREATE_IMAGE,
        Kind.SNAPSHOT,
        Kind.DISABLE,
        Kind.TIER),
    /** Work that fails: copies in a while, new images and moves between tiers when told. */
    FAILING(
        after(Duration.ofHours(5))
            .completion(Task.Kind.IMAGE_COPY, failing(CompletionPolicy.after(Duration.ofHours(1))))
            .completion(
                Task.Kind.SNAPSHOT_COPY, failing(CompletionPolicy.after(Duration.ofHours(9))))
            .completion(Task.Kind.IMAGE_CREATION, failing(CompletionPolicy.whenTold()))
            .completion(Task.Kind.ARCHIVAL, failing(CompletionPolicy.whenTold()))
            .completion(Task.Kind.RESTORE, failing(CompletionPolicy.whenTold())),
        Kind.FINISH,
        Kind.TIME,
        Kind.COPY,
        Kind.RUN,
        Kind.CREATE_IMAGE,
        Kind.SNAPSHOT,
        Kind.DISABLE,
        Kind.TIER);

    @SuppressWarnings("ImmutableEnumChecker") // settings never change
    private final RegistrySettings settings;

    private final ImmutableList<Kind> kinds;

    Mix(RegistrySettings.Builder settings, Kind... most) {
      this.settings = settings
          .ids(IdSource.counting())
          .quotas(Quotas.builder().publicImages(50).build())
          .build();
      ImmutableList.Builder<Kind> drawn = ImmutableList.builder();
      drawn.add(Kind.values()).add(Kind.REGISTER, Kind.REGISTER, Kind.VOLUME);
      for (int i = 0; i < 5; i++) {
        drawn.add(most);
      }
      kinds = drawn.build();
    }

    private static RegistrySettings.Builder atOnce() {
      return RegistrySettings.builder();
    }

    private static RegistrySettings.Builder after(Duration work) {
      return RegistrySettings.builder().completion(CompletionPolicy.after(work));
    }

    private static CompletionPolicy failing(CompletionPolicy policy) {
      return policy.failing(NO_LUCK);
    }
  }

  /**
   * What is tried, one after the other. It shrinks to what matters, and prints as the history that
   * it comes to.
   *
   * @param mix what happens most, and when and how work ends
   * @param inTurn the attempts
   */
  public record Attempts(Mix mix, List<Attempt> inTurn) {
    /**
     * Refuses null.
     *
     * @param mix what happens most, and when and how work ends
     * @param inTurn the attempts
     */
    public Attempts {
      requireNonNull(mix, "mix");
      requireNonNull(inTurn, "inTurn");
      inTurn = ImmutableList.copyOf(inTurn);
    }

    /** {@return attempts of every mix, as many as a history is {@linkplain #LENGTH long}} */
    public static Arbitrary<Attempts> any() {
      return Arbitraries.of(Mix.values()).dontShrink().flatMap(Attempts::of);
    }

    /**
     * Returns attempts of a mix. What they come to if everything is at once, like in the first mix,
     * is plainer.
     *
     * @param mix the mix
     * @return the attempts, as many as a history is {@linkplain #LENGTH long}
     */
    public static Arbitrary<Attempts> of(Mix mix) {
      return of(mix, mix.kinds);
    }

    private static Arbitrary<Attempts> of(Mix mix, List<Kind> kinds) {
      return Combinators.combine(
              Draw.shrinking(mix, Mix.EVERYTHING), Draw.listOf(LENGTH, Attempt.of(kinds)))
          .as(Attempts::new);
    }

    /** {@return attempts of every mix whose work ends at once, none of which ends work} */
    public static Arbitrary<Attempts> atOnce() {
      List<Mix> mixes = Arrays.stream(Mix.values())
          .filter(mix -> mix.settings.completion().values().stream()
              .allMatch(CompletionPolicy.atOnce()::equals))
          .toList();
      return Arbitraries.of(mixes)
          .dontShrink()
          .flatMap(mix ->
              of(mix, mix.kinds.stream().filter(kind -> kind != Kind.FINISH).toList()));
    }

    /** Returns the history that they come to in a registry of the library. */
    @Override
    public String toString() {
      return History.of(this).toString();
    }
  }

  /**
   * What is tried; the choices pick among what there is when its turn comes.
   *
   * @param kind what is to happen
   * @param choices numbers to {@link Draw} by
   */
  public record Attempt(Kind kind, List<Integer> choices) {
    /**
     * Refuses null.
     *
     * @param kind what is to happen
     * @param choices numbers to {@link Draw} by
     */
    public Attempt {
      requireNonNull(kind, "kind");
      requireNonNull(choices, "choices");
      choices = ImmutableList.copyOf(choices);
    }

    /**
     * Returns attempts of some kinds.
     *
     * @param kinds the kinds; one that comes twice is tried twice as often
     * @return the attempts
     */
    public static Arbitrary<Attempt> of(List<Kind> kinds) {
      return Combinators.combine(Arbitraries.of(kinds).dontShrink(), Draw.numbers(CHOICES))
          .as(Attempt::new);
    }
  }

  /** What an attempt comes to. */
  public sealed interface Deed {
    /**
     * Carries it out.
     *
     * @param ec2 where
     * @return what a call answers with; {@link Return#TRUE} for what answers nothing
     * @throws RefusedException if it is refused
     */
    Object on(TestRegistry ec2);
  }

  /**
   * A call of an account in a Region.
   *
   * @param caller the account
   * @param region the Region
   * @param operation what it calls
   * @param imageId the image that it is about; empty if it makes one, or is about none
   */
  public record Call(
      AccountId caller, Region region, Operation<?> operation, Optional<ImageId> imageId)
      implements Deed {
    /**
     * Refuses null.
     *
     * @param caller the account
     * @param region the Region
     * @param operation what it calls
     * @param imageId the image that it is about; empty if it makes one, or is about none
     */
    public Call {
      requireNonNull(caller, "caller");
      requireNonNull(region, "region");
      requireNonNull(operation, "operation");
      requireNonNull(imageId, "imageId");
    }

    @Override
    public Object on(TestRegistry ec2) {
      return on(ec2.registry());
    }

    /**
     * Carries it out.
     *
     * @param registry where
     * @return what it answers with
     * @throws RefusedException if it is refused
     */
    public Object on(RegistryUnderTest registry) {
      return registry.as(caller, region).call(operation);
    }

    /** Returns who calls what, and where. */
    @Override
    public String toString() {
      return "%s in %s: %s".formatted(caller, region, operation);
    }
  }

  /**
   * Work ends before its time.
   *
   * @param region where
   * @param subject what is worked on
   * @param isFailure whether it is told to fail
   */
  public record Ending(Region region, TaskSubject subject, boolean isFailure) implements Deed {
    /**
     * Refuses null.
     *
     * @param region where
     * @param subject what is worked on
     * @param isFailure whether it is told to fail
     */
    public Ending {
      requireNonNull(region, "region");
      requireNonNull(subject, "subject");
    }

    @Override
    public Object on(TestRegistry ec2) {
      if (isFailure) {
        ec2.registry().fail(region, subject, NO_LUCK);
      } else {
        ec2.registry().complete(region, subject);
      }
      return Return.TRUE;
    }

    /** Returns what ends, where and how. */
    @Override
    public String toString() {
      String how = isFailure ? "fail" : "complete";
      return "%s in %s is told to %s".formatted(subject, region, how);
    }
  }

  /** All work ends before its time. */
  public record EndingAll() implements Deed {
    /** Returns the work that ended. */
    @Override
    public Object on(TestRegistry ec2) {
      return ec2.registry().completeAll();
    }

    /** Returns that all work ends. */
    @Override
    public String toString() {
      return "all work is told to complete";
    }
  }

  /**
   * Time goes by.
   *
   * @param duration how much
   */
  public record Passing(Duration duration) implements Deed {
    /**
     * Refuses null.
     *
     * @param duration how much
     */
    public Passing {
      requireNonNull(duration, "duration");
    }

    @Override
    public Object on(TestRegistry ec2) {
      ec2.pass(duration);
      return Return.TRUE;
    }

    /** Returns how much time goes by. */
    @Override
    public String toString() {
      return duration + " go by";
    }
  }

  /**
   * What was done, and what came of it.
   *
   * @param kind what was to happen
   * @param deed what that came to
   * @param before all that there was before
   * @param after all that there is after
   * @param now when it was
   * @param answer what was answered; empty if it was refused
   * @param refusal why it was refused; empty if it was done
   */
  public record Step(
      Kind kind,
      Deed deed,
      PartitionState before,
      PartitionState after,
      Instant now,
      Optional<Object> answer,
      Optional<RefusedException> refusal) {
    /**
     * Refuses null.
     *
     * @param kind what was to happen
     * @param deed what that came to
     * @param before all that there was before
     * @param after all that there is after
     * @param now when it was
     * @param answer what was answered; empty if it was refused
     * @param refusal why it was refused; empty if it was done
     */
    public Step {
      requireNonNull(kind, "kind");
      requireNonNull(deed, "deed");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(now, "now");
      requireNonNull(answer, "answer");
      requireNonNull(refusal, "refusal");
    }

    /** {@return the call that it was; empty if work ended or time went by} */
    public Optional<Call> call() {
      return deed instanceof Call call ? Optional.of(call) : Optional.empty();
    }

    /**
     * Returns whether it was a call of an operation that was carried out.
     *
     * @param operation the operation
     * @return whether it was
     */
    public boolean happened(Class<? extends Operation<?>> operation) {
      return refusal.isEmpty()
          && call().filter(made -> operation.isInstance(made.operation())).isPresent();
    }

    /**
     * Returns the Region of the call.
     *
     * @return the Region
     * @throws NoSuchElementException if it was no call
     */
    public Region region() {
      return call().orElseThrow().region();
    }

    /**
     * Returns the image that the call is about.
     *
     * @return the image
     * @throws NoSuchElementException if it was no call, or about no image
     */
    public ImageId imageId() {
      return call().orElseThrow().imageId().orElseThrow();
    }

    /**
     * Returns the image that the call made.
     *
     * @return the image
     * @throws NoSuchElementException if it was refused
     * @throws ClassCastException if it made something else
     */
    public ImageId made() {
      return (ImageId) answer.orElseThrow();
    }

    /** Returns what was done, and what was answered or why it was refused. */
    @Override
    public String toString() {
      Object outcome =
          refusal.<Object>map(RefusedException::refusal).or(() -> answer).orElseThrow();
      return outcome == Return.TRUE ? deed.toString() : deed + " -> " + outcome;
    }
  }

  private final Mix mix;
  private final RegistryUnderTest.Factory factory;
  private final RegistrySettings settings;
  private final TestRegistry ec2;
  private final PartitionState begin;
  private final Instant beginning;
  private final List<Step> steps = new ArrayList<>();
  private final List<RecordedEvent> recorded = new ArrayList<>();
  private Optional<RuntimeException> thrown = Optional.empty();
  private int names;

  private History(Mix mix, List<Attempt> attempts, RegistryUnderTest.Factory factory) {
    this.mix = mix;
    this.factory = factory;
    settings = mix.settings;
    ec2 = new TestRegistry(factory, settings);
    ec2.registry().listen(recorded::add);
    ec2.pass(FINER_THAN_ANY_TIME_OF_EC2);
    ACCOUNTS.reverse().forEach(account -> REGIONS.forEach(region -> begin(account, region)));
    ec2.registry().completeAll();
    begin = ec2.state();
    beginning = now();
    try {
      attempts.forEach(this::step);
    } catch (RuntimeException e) {
      thrown = Optional.of(e);
    }
  }

  /**
   * Returns what attempts come to in a registry of the library.
   *
   * @param attempts what is tried
   * @return the history
   */
  public static History of(Attempts attempts) {
    return of(attempts, RegistryUnderTest::inMemory);
  }

  /**
   * Returns what attempts come to in a registry of any kind.
   *
   * @param attempts what is tried
   * @param factory what makes the registry
   * @return the history
   */
  public static History of(Attempts attempts, RegistryUnderTest.Factory factory) {
    requireNonNull(attempts, "attempts");
    requireNonNull(factory, "factory");
    return new History(attempts.mix(), attempts.inTurn(), factory);
  }

  /**
   * Returns what was done. If an attempt threw anything but a refusal, that is thrown.
   *
   * @return every step, in order
   */
  public List<Step> steps() {
    requireSound();
    return Collections.unmodifiableList(steps);
  }

  /**
   * Returns what the registry told, from the empty registry on. If an attempt threw anything but a
   * refusal, that is thrown.
   *
   * @return all of it, in order; at first each account gets a volume and a snapshot in each Region
   */
  public List<RecordedEvent> recorded() {
    requireSound();
    return Collections.unmodifiableList(recorded);
  }

  /** {@return the events of what was {@linkplain #recorded told}, in order} */
  public List<RegistryEvent> events() {
    return recorded().stream().map(RecordedEvent::event).toList();
  }

  /** Throws what an attempt threw, unless it was a refusal. */
  private void requireSound() {
    thrown.ifPresent(e -> {
      throw e;
    });
  }

  /**
   * Returns all that there was after so many steps.
   *
   * @param count from 0, which is before the first, to the number of steps
   * @return the state
   */
  public PartitionState state(int count) {
    return count == 0 ? begin : steps().get(count - 1).after();
  }

  /**
   * Returns when it was after so many steps.
   *
   * @param count from 0, which is before the first, to the number of steps
   * @return the time
   */
  public Instant now(int count) {
    return count == 0 ? beginning : steps().get(count - 1).now();
  }

  /** {@return all that there is after the last step} */
  public PartitionState last() {
    return state(steps().size());
  }

  /** {@return the time after the last step} */
  public Instant now() {
    return ec2.now();
  }

  /** {@return the settings of the registry} */
  public RegistrySettings settings() {
    return settings;
  }

  /**
   * Returns another registry of the same kind, in which time stands still.
   *
   * @param state all that there is in it
   * @param now the time
   * @return the registry
   */
  public RegistryUnderTest fork(PartitionState state, Instant now) {
    RegistryUnderTest fork = factory.create(Clock.fixed(now, ZoneOffset.UTC), settings);
    fork.restore(state);
    return fork;
  }

  /**
   * Returns the images of a Region.
   *
   * @param state all that there is
   * @param region the Region
   * @return the images, by ID
   */
  public static List<Ami> images(PartitionState state, Region region) {
    return state.images(region).sorted(Comparator.comparing(Ami::imageId)).toList();
  }

  /**
   * Returns the instances of a Region.
   *
   * @param state all that there is
   * @param region the Region
   * @return the instances, by ID
   */
  public static List<Instance> instances(PartitionState state, Region region) {
    return state
        .in(region)
        .instances()
        .all()
        .sorted(Comparator.comparing(Instance::instanceId))
        .toList();
  }

  /**
   * Returns the volumes of a Region.
   *
   * @param state all that there is
   * @param region the Region
   * @return the volumes, by ID
   */
  public static List<Volume> volumes(PartitionState state, Region region) {
    return state
        .in(region)
        .volumes()
        .all()
        .sorted(Comparator.comparing(Volume::volumeId))
        .toList();
  }

  /**
   * Returns the snapshots of a Region.
   *
   * @param state all that there is
   * @param region the Region
   * @return the snapshots, by ID
   */
  public static List<Snapshot> snapshots(PartitionState state, Region region) {
    return state
        .snapshots(region)
        .sorted(Comparator.comparing(Snapshot::snapshotId))
        .toList();
  }

  /**
   * Returns the work that goes on in a Region.
   *
   * @param state all that there is
   * @param region the Region
   * @return the work, in the order in which it began
   */
  public static List<Task> work(PartitionState state, Region region) {
    return state.in(region).agenda().work().toList();
  }

  /** Returns the steps, a line each, and what an attempt threw. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(mix + ", " + steps.size() + " steps");
    for (int i = 0; i < steps.size(); i++) {
      text.append("\n%d. %s".formatted(i + 1, steps.get(i)));
    }
    thrown.ifPresent(e -> text.append("\nand then ").append(e));
    return text.toString();
  }

  private void begin(AccountId account, Region region) {
    Ec2 there = ec2.as(account, region);
    Volume volume = there.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8));
    there.createSnapshot(CreateSnapshot.builder().volumeId(volume.volumeId()).build());
    there.disableImageBlockPublicAccess();
  }

  private void step(Attempt attempt) {
    PartitionState before = ec2.state();
    Deed deed = deed(attempt);
    Optional<Object> answer = Optional.empty();
    Optional<RefusedException> refusal = Optional.empty();
    try {
      answer = Optional.of(deed.on(ec2));
    } catch (RefusedException e) {
      refusal = Optional.of(e);
    }
    steps.add(new Step(attempt.kind(), deed, before, ec2.state(), now(), answer, refusal));
  }

  /**
   * Returns what one more attempt would come to, as things are after the last step.
   *
   * @param attempt what would be tried
   * @return what would be done
   */
  public Deed deed(Attempt attempt) {
    Draw draw = new Draw(attempt.choices());
    return switch (attempt.kind()) {
      case TIME ->
        new Passing(draw.one(List.of(
            Duration.ofMinutes(7),
            Duration.ofHours(5),
            Duration.ofHours(25),
            Duration.ofDays(9),
            Duration.ofDays(70))));
      case FINISH -> ending(draw);
      default -> call(attempt.kind(), draw);
    };
  }

  private Deed ending(Draw draw) {
    Region region = draw.one(REGIONS);
    boolean isFailure = draw.oneIn(2);
    boolean isOfAll = draw.oneIn(5);
    List<Task> work = work(ec2.state(), region);
    return isOfAll
        ? new EndingAll()
        : new Ending(region, work.isEmpty() ? NO_IMAGE : draw.newest(work).subject(), isFailure);
  }

  private Call call(Kind kind, Draw draw) {
    PartitionState state = ec2.state();
    Region region = draw.one(REGIONS);
    return switch (kind) {
      case REGISTER -> register(draw, state, region);
      case CREATE_IMAGE -> createImage(draw, state, region);
      case VOLUME -> volume(draw, state, region);
      case ATTACH -> attach(draw, state, region);
      case INSTANCE -> instance(draw, state, region);
      case SNAPSHOT, TIER, LOCK -> snapshot(kind, draw, state, region);
      case RETENTION -> retention(draw, state, region);
      case SETTINGS -> making(draw.one(ACCOUNTS), region, settings(draw));
      case LOOK -> look(draw, state, region);
      case REPORT -> report(draw, state, region);
      case RESTORE -> restore(draw, state);
      case STORE -> store(draw, state, region);
      default -> onImage(kind, draw, state, region);
    };
  }

  private Call report(Draw draw, PartitionState state, Region region) {
    AccountId caller = draw.one(ACCOUNTS);
    List<ImageUsageReportId> reports = state
        .in(region)
        .usageReports()
        .ownedBy(caller)
        .map(ImageUsageReport::reportId)
        .toList();
    return reports.isEmpty() || !draw.oneIn(3)
        ? onImage(Kind.REPORT, draw, state, region)
        : making(caller, region, new DeleteImageUsageReport(draw.newest(reports)));
  }

  private Call store(Draw draw, PartitionState state, Region region) {
    List<S3ObjectId> objects = state.in(region).buckets().objects().sorted().toList();
    return objects.isEmpty() || !draw.oneIn(3)
        ? onImage(Kind.STORE, draw, state, region)
        : making(
            draw.one(ACCOUNTS),
            region,
            CreateRestoreImageTask.builder()
                .object(draw.newest(objects))
                .name(name(draw))
                .build());
  }

  private static Call making(AccountId caller, Region region, Operation<?> operation) {
    return new Call(caller, region, operation, Optional.empty());
  }

  private Call onImage(Kind kind, Draw draw, PartitionState state, Region region) {
    Optional<Ami> ami = anImage(draw, state, region);
    ImageId id = ami.map(Ami::imageId).orElse(NO_IMAGE);
    boolean isAnyones = draw.oneIn(kind == Kind.RUN || kind == Kind.COPY ? 3 : 10);
    AccountId caller =
        ami.isEmpty() || isAnyones ? draw.one(ACCOUNTS) : ami.get().ownerId();
    return switch (kind) {
      case COPY -> making(caller, draw.one(REGIONS), copy(draw, region, id));
      case RUN ->
        new Call(
            caller,
            region,
            RunInstances.builder().imageId(id).instanceType("m5.large").build(),
            Optional.of(id));
      default -> new Call(caller, region, change(kind, draw, id, caller), Optional.of(id));
    };
  }

  /** An operation of an account on an image of its own. */
  private Operation<?> change(Kind kind, Draw draw, ImageId id, AccountId caller) {
    return switch (kind) {
      case REPORT -> CreateImageUsageReport.of(id);
      case STORE -> CreateStoreImageTask.of(id, "bucket-" + draw.below(3));
      case DEREGISTER -> new DeregisterImage(id, draw.oneIn(2));
      case DISABLE -> new DisableImage(id);
      case ENABLE -> new EnableImage(id);
      case DEPRECATE ->
        draw.oneIn(3)
            ? new DisableImageDeprecation(id)
            : EnableImageDeprecation.of(id, now().plus(Duration.ofDays(1 + draw.below(900))));
      case PROTECT ->
        draw.oneIn(3)
            ? new EnableImageDeregistrationProtection(id, draw.oneIn(2))
            : new DisableImageDeregistrationProtection(id);
      case SHARE -> sharing(draw, id);
      case PUBLISH ->
        ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(LaunchPermission.everyone()));
      case ATTRIBUTE -> draw.oneIn(8) ? fastLaunch(draw, id) : attribute(draw, id);
      case TAG ->
        draw.oneIn(4)
            ? new DeleteTags(
                ImmutableList.of(id.value()), ImmutableList.of(DeleteTags.TagToDelete.of("env")))
            : new CreateTags(ImmutableList.of(id.value()), Tags.of(draw.tag()));
      case WATERMARK -> {
        boolean isDetached = draw.oneIn(5);
        String name = "mark-" + draw.below(7);
        yield isDetached
            ? new DetachImageWatermark(id, new WatermarkKey(caller, name))
            : new AttachImageWatermark(id, name);
      }
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  private static Operation<?> attribute(Draw draw, ImageId id) {
    ModifyImageAttribute.Builder request = ModifyImageAttribute.builder().imageId(id);
    return draw.oneIn(4)
        ? request.imdsSupport(ImdsSupport.V2_0).build()
        : request.description("description " + draw.below(9)).build();
  }

  /** It is refused: no image is a Windows image, which no operation alone brings about. */
  private static Operation<?> fastLaunch(Draw draw, ImageId id) {
    return draw.oneIn(2) ? EnableFastLaunch.of(id) : new DisableFastLaunch(id);
  }

  private static Operation<?> sharing(Draw draw, ImageId id) {
    int way = draw.below(6);
    LaunchPermission account = LaunchPermission.userId(draw.one(ACCOUNTS));
    return switch (way) {
      case 5 -> new ResetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION);
      case 4 -> new CancelImageLaunchPermission(id);
      case 3 -> ModifyImageAttribute.of(id, ModifyLaunchPermission.revoke(account));
      case 2 ->
        ModifyImageAttribute.of(id, ModifyLaunchPermission.revoke(LaunchPermission.everyone()));
      default -> ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(account));
    };
  }

  private Call register(Draw draw, PartitionState state, Region region) {
    Optional<Snapshot> root = aSnapshot(draw, state, region);
    RegisterImage.Builder request =
        RegisterImage.builder().name(name(draw)).architecture(Architecture.X86_64);
    if (draw.oneIn(6)) {
      request.imageLocation("my-bucket/golden.manifest.xml");
    } else {
      EbsBlockDevice ebs = EbsBlockDevice.builder()
          .snapshotId(root.map(Snapshot::snapshotId).orElse(NO_SNAPSHOT))
          .build();
      request
          .virtualizationType(VirtualizationType.HVM)
          .rootDeviceName(ROOT)
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(ROOT, ebs));
    }
    return making(caller(draw, root), region, request.build());
  }

  private Operation<?> copy(Draw draw, Region source, ImageId id) {
    CopyImage.Builder request = CopyImage.builder()
        .sourceRegion(source)
        .sourceImageId(id)
        .name(name(draw))
        .copyImageTags(draw.oneIn(2));
    return draw.oneIn(4) ? request.encrypted(true).build() : request.build();
  }

  private Call createImage(Draw draw, PartitionState state, Region region) {
    List<Instance> instances = instances(state, region);
    CreateImage.Builder request = CreateImage.builder().name(name(draw));
    if (instances.isEmpty()) {
      return making(draw.one(ACCOUNTS), region, request.instanceId(NO_INSTANCE).build());
    }
    Instance instance = draw.newest(instances);
    return making(
        instance.ownerId(), region, request.instanceId(instance.instanceId()).build());
  }

  private static Call instance(Draw draw, PartitionState state, Region region) {
    List<Instance> instances = instances(state, region);
    if (instances.isEmpty()) {
      return making(draw.one(ACCOUNTS), region, new StartInstances(NO_INSTANCE));
    }
    Instance instance = draw.newest(instances);
    InstanceId id = instance.instanceId();
    return making(
        instance.ownerId(),
        region,
        switch (draw.below(6)) {
          case 5 -> CreateSnapshots.of(id);
          case 4 -> new TerminateInstances(id);
          case 2, 3 -> new StartInstances(id);
          default -> new StopInstances(id);
        });
  }

  private static Call attach(Draw draw, PartitionState state, Region region) {
    Volume volume = draw.newest(volumes(state, region));
    List<Instance> instances = instances(state, region).stream()
        .filter(instance -> instance.ownerId().equals(volume.ownerId()))
        .toList();
    InstanceId id = volume
        .instanceId()
        .orElse(instances.isEmpty() ? NO_INSTANCE : draw.newest(instances).instanceId());
    if (volume.instanceId().isEmpty() && volumes(state, region).size() > 4 && draw.oneIn(4)) {
      return making(volume.ownerId(), region, new DeleteVolume(volume.volumeId()));
    }
    return making(
        volume.ownerId(),
        region,
        volume.instanceId().isPresent() && !draw.oneIn(4)
            ? new DetachVolume(volume.volumeId(), id)
            : new AttachVolume(volume.volumeId(), id, DATA));
  }

  private static Call volume(Draw draw, PartitionState state, Region region) {
    Volume volume = draw.newest(volumes(state, region));
    return draw.oneIn(4)
        ? making(
            draw.one(ACCOUNTS), region, new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 9)))
        : making(
            volume.ownerId(),
            region,
            CreateSnapshot.builder().volumeId(volume.volumeId()).build());
  }

  private Call snapshot(Kind kind, Draw draw, PartitionState state, Region region) {
    Optional<Snapshot> snapshot = aSnapshot(draw, state, region);
    SnapshotId id = snapshot.map(Snapshot::snapshotId).orElse(NO_SNAPSHOT);
    AccountId caller = snapshot.map(Snapshot::ownerId).orElse(TestRegistry.OWNER);
    return making(
        caller,
        region,
        switch (kind) {
          case TIER -> tier(draw, id);
          case LOCK -> lock(draw, id);
          default -> change(draw, region, id);
        });
  }

  private static Operation<?> lock(Draw draw, SnapshotId id) {
    if (draw.oneIn(3)) {
      return new UnlockSnapshot(id);
    }
    LockSnapshot.Builder request =
        LockSnapshot.builder().snapshotId(id).lockDuration(1 + draw.below(30));
    return draw.oneIn(4)
        ? request
            .lockMode(LockMode.COMPLIANCE)
            .coolOffPeriod(1 + draw.below(72))
            .build()
        : request.lockMode(LockMode.GOVERNANCE).build();
  }

  private Call look(Draw draw, PartitionState state, Region region) {
    Optional<Ami> ami = anImage(draw, state, region);
    ImageId image = ami.map(Ami::imageId).orElse(NO_IMAGE);
    Optional<Snapshot> snapshot = aSnapshot(draw, state, region);
    SnapshotId id = snapshot.map(Snapshot::snapshotId).orElse(NO_SNAPSHOT);
    AccountId caller = draw.oneIn(3)
        ? draw.one(ACCOUNTS)
        : ami.map(Ami::ownerId)
            .orElseGet(() -> snapshot.map(Snapshot::ownerId).orElse(TestRegistry.OWNER));
    ImmutableList<Operation<?>> looks = ImmutableList.of(
        new DescribeImages(ImageQuery.builder().includeDisabled(true).build()),
        DescribeImageAttribute.of(image, ImageAttributeName.LAUNCH_PERMISSION),
        new GetImageAncestry(image),
        new DescribeSnapshots(SnapshotQuery.builder().build()),
        new DescribeSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        DescribeSnapshotTierStatus.of(),
        new DescribeLockedSnapshots(ImmutableSet.of()),
        DescribeStoreImageTasks.of(),
        DescribeFastLaunchImages.of(),
        DescribeImageUsageReports.of(),
        DescribeImageReferences.of(image),
        DescribeImageUsageReportEntries.of(),
        new DescribeInstances(ImmutableSet.of()),
        new DescribeInstanceImageMetadata(ImmutableSet.of()),
        DescribeVolumes.of(),
        DescribeTags.of(),
        new ListImagesInRecycleBin(ImmutableSet.of()),
        new ListSnapshotsInRecycleBin(ImmutableSet.of()),
        new ListRules(RetentionRule.ResourceType.EC2_IMAGE),
        new GetRule(aRule(draw, state, region, caller)),
        new GetAllowedImagesSettings(),
        new GetEbsDefaultKmsKeyId(),
        new GetEbsEncryptionByDefault(),
        new GetImageBlockPublicAccessState(),
        new GetSnapshotBlockPublicAccessState());
    return making(caller, region, draw.one(looks));
  }

  private static String aRule(Draw draw, PartitionState state, Region region, AccountId caller) {
    List<RetentionRule> rules = rules(state, region, caller);
    return rules.isEmpty() ? "noSuchRule0" : draw.one(rules).identifier();
  }

  private static List<RetentionRule> rules(PartitionState state, Region region, AccountId account) {
    return state
        .in(region)
        .accounts()
        .retentionRules(account)
        .sorted(Comparator.comparing(RetentionRule::identifier))
        .toList();
  }

  private static Operation<?> tier(Draw draw, SnapshotId id) {
    return switch (draw.below(4)) {
      case 3 -> RestoreSnapshotTier.temporary(id, 1 + draw.below(30));
      case 2 -> RestoreSnapshotTier.permanent(id);
      default -> new ModifySnapshotTier(id, StorageTier.ARCHIVE);
    };
  }

  private static Operation<?> change(Draw draw, Region region, SnapshotId id) {
    return switch (draw.below(5)) {
      case 4 -> new ResetSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION);
      case 3 -> CopySnapshot.builder().sourceRegion(region).sourceSnapshotId(id).build();
      case 2 -> new RestoreSnapshotFromRecycleBin(id);
      case 1 ->
        ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(draw.one(ACCOUNTS)));
      default -> new DeleteSnapshot(id);
    };
  }

  private static Call retention(Draw draw, PartitionState state, Region region) {
    AccountId caller = draw.one(ACCOUNTS);
    List<RetentionRule> rules = rules(state, region, caller);
    boolean isChange = draw.oneIn(2) && !rules.isEmpty();
    return making(
        caller, region, isChange ? change(draw, draw.one(rules).identifier()) : rule(draw));
  }

  private static Operation<?> rule(Draw draw) {
    RetentionRule.ResourceType type = draw.oneIn(3)
        ? RetentionRule.ResourceType.EBS_SNAPSHOT
        : RetentionRule.ResourceType.EC2_IMAGE;
    return CreateRule.ofRegion(type, 1 + draw.below(60));
  }

  /** An operation on a retention rule. */
  private static Operation<?> change(Draw draw, String identifier) {
    return switch (draw.below(5)) {
      case 4 -> new DeleteRule(identifier);
      case 3 -> new UnlockRule(identifier);
      case 2 -> new LockRule(identifier, 7);
      default ->
        UpdateRule.builder()
            .identifier(identifier)
            .retentionPeriodDays(1 + draw.below(60))
            .build();
    };
  }

  private static Operation<?> settings(Draw draw) {
    return switch (draw.below(12)) {
      case 11 -> EnableSnapshotBlockPublicAccess.of(BlockPublicAccess.BLOCK_ALL_SHARING);
      case 10 -> new DisableSnapshotBlockPublicAccess();
      case 9 -> new EnableAllowedImagesSettings(AllowedImagesSettings.State.AUDIT_MODE);
      case 8 -> new DisableAllowedImagesSettings();
      case 7 ->
        new ReplaceImageCriteriaInAllowedImagesSettings(
            ImmutableList.of(ImageCriterion.imageProviders("amazon")));
      case 6 -> new ModifyEbsDefaultKmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY);
      case 5 -> new ResetEbsDefaultKmsKeyId();
      case 4 -> EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING);
      case 3 -> new EnableEbsEncryptionByDefault();
      case 2 -> new DisableEbsEncryptionByDefault();
      default -> new DisableImageBlockPublicAccess();
    };
  }

  private static Call restore(Draw draw, PartitionState state) {
    for (Region region : REGIONS) {
      List<Ami> binned =
          images(state, region).stream().filter(Ami::isInRecycleBin).toList();
      if (!binned.isEmpty()) {
        Ami ami = draw.newest(binned);
        return restoring(ami.ownerId(), region, ami.imageId());
      }
    }
    return restoring(draw.one(ACCOUNTS), draw.one(REGIONS), NO_IMAGE);
  }

  private static Call restoring(AccountId caller, Region region, ImageId id) {
    return new Call(caller, region, new RestoreImageFromRecycleBin(id), Optional.of(id));
  }

  /** Mostly one that is neither deregistered nor in the Recycle Bin. */
  private static Optional<Ami> anImage(Draw draw, PartitionState state, Region region) {
    boolean anyWillDo = draw.oneIn(10);
    boolean noneWillDo = draw.oneIn(25);
    List<Ami> images = images(state, region).stream()
        .filter(ami -> anyWillDo || !ami.isInRecycleBin() && ami.state() != AmiState.DEREGISTERED)
        .toList();
    return images.isEmpty() || noneWillDo ? Optional.empty() : Optional.of(draw.newest(images));
  }

  private static Optional<Snapshot> aSnapshot(Draw draw, PartitionState state, Region region) {
    List<Snapshot> snapshots = snapshots(state, region);
    return snapshots.isEmpty() ? Optional.empty() : Optional.of(draw.newest(snapshots));
  }

  private static AccountId caller(Draw draw, Optional<Snapshot> root) {
    AccountId owner = root.map(Snapshot::ownerId).orElse(TestRegistry.OWNER);
    return draw.oneIn(9) ? draw.one(ACCOUNTS) : owner;
  }

  private ImageName name(Draw draw) {
    names++;
    return ImageName.of(draw.oneIn(4) ? "golden" : "golden-" + names);
  }
}
