package dev.amikit.testkit.arbitrary.registry;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.ImageMetadata;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.InstanceStateChange;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.LockedSnapshotsInfo;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.SnapshotRestoration;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.snapshot.SnapshotTiering;
import dev.amikit.registry.state.Accounts;
import dev.amikit.registry.state.Agenda;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.Buckets;
import dev.amikit.registry.state.ClientTokens;
import dev.amikit.registry.state.FastLaunchInRegion;
import dev.amikit.registry.state.FastLaunches;
import dev.amikit.registry.state.ForeignTags;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.ImagePurge;
import dev.amikit.registry.state.ImageStateChange;
import dev.amikit.registry.state.ImageStorage;
import dev.amikit.registry.state.ImageUsageCount;
import dev.amikit.registry.state.ImageUsageReportEvent;
import dev.amikit.registry.state.ImageUsageReports;
import dev.amikit.registry.state.Images;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.Instances;
import dev.amikit.registry.state.LaunchReport;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.registry.state.SnapshotCleanUp;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.SnapshotProvisioning;
import dev.amikit.registry.state.Snapshots;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.TierMove;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.registry.state.Volumes;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.registry.Draw;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What is found in worlds: what is there, what happened, what is answered. */
final class FoundArbitraries {
  private FoundArbitraries() {}

  // What happened

  /** The kinds of events, and what is done for one to happen. */
  static final class Events {
    static final ImmutableMap<Class<? extends RegistryEvent>, ImmutableList<Deed.Kind>> ALL =
        ImmutableMap.<Class<? extends RegistryEvent>, ImmutableList<Deed.Kind>>builder()
            .put(RegistryEvent.ImageCreated.class, after(ImageCalls::register))
            .put(
                RegistryEvent.ImageChanged.class,
                after(ImageCalls::register, ImageCalls::modify, ImageCalls::disable))
            .put(
                RegistryEvent.ImageTagged.class,
                after(ImageCalls::register, TagCalls::createOnImage))
            .put(
                RegistryEvent.ImagePurged.class,
                after(ImageCalls::register, ImageCalls::deregister, Happenings::day))
            .put(
                RegistryEvent.InstancePurged.class,
                after(
                    ImageCalls::register,
                    InstanceCalls::run,
                    InstanceCalls::terminate,
                    Happenings::day))
            .put(RegistryEvent.SnapshotCreated.class, after(SnapshotCalls::create))
            .put(
                RegistryEvent.SnapshotChanged.class,
                after(SnapshotCalls::share, SnapshotCalls::archive))
            .put(RegistryEvent.SnapshotTagged.class, after(TagCalls::createOnSnapshot))
            .put(RegistryEvent.SettingsChanged.class, after(AccountCalls::blockSnapshots))
            .put(RegistryEvent.ProfileChanged.class, after(Happenings::organization))
            .put(
                RegistryEvent.ClientTokenUsed.class,
                after(ImageCalls::register, ImageCalls::copyByToken))
            .put(RegistryEvent.TaskBegun.class, after(ImageCalls::register))
            .put(RegistryEvent.TaskEnded.class, after(ImageCalls::register))
            .put(RegistryEvent.IdsGiven.class, after(ImageCalls::register))
            .put(
                InstanceEvent.InstanceLaunched.class,
                after(ImageCalls::register, InstanceCalls::run))
            .put(
                InstanceEvent.InstanceStopped.class,
                after(ImageCalls::register, InstanceCalls::run, InstanceCalls::stop))
            .put(
                InstanceEvent.InstanceStarted.class,
                after(
                    ImageCalls::register,
                    InstanceCalls::run,
                    InstanceCalls::stop,
                    InstanceCalls::start))
            .put(
                InstanceEvent.InstanceTerminated.class,
                after(ImageCalls::register, InstanceCalls::run, InstanceCalls::terminate))
            .put(
                InstanceEvent.InstanceTagged.class,
                after(ImageCalls::register, InstanceCalls::run, TagCalls::createOnInstance))
            .put(VolumeEvent.VolumeCreated.class, after(InstanceCalls::createVolume))
            .put(
                VolumeEvent.VolumeAttached.class,
                after(ImageCalls::register, InstanceCalls::run, InstanceCalls::attach))
            .put(
                VolumeEvent.VolumeDetached.class,
                after(
                    ImageCalls::register,
                    InstanceCalls::run,
                    InstanceCalls::attach,
                    InstanceCalls::detach))
            .put(VolumeEvent.VolumeTagged.class, after(TagCalls::createOnVolume))
            .put(VolumeEvent.VolumeDeleted.class, after(InstanceCalls::deleteVolume))
            .put(BucketEvent.StoreImageTaskBegun.class, after(ImageCalls::register, S3Calls::store))
            .put(BucketEvent.StoreImageTaskEnded.class, after(ImageCalls::register, S3Calls::store))
            .put(
                BucketEvent.StoreImageTaskPurged.class,
                after(ImageCalls::register, S3Calls::store, Happenings::season))
            .put(BucketEvent.ObjectPut.class, after(ImageCalls::register, S3Calls::store))
            .put(
                BucketEvent.ObjectDeleted.class,
                after(ImageCalls::register, S3Calls::store, Happenings::object))
            .put(
                ImageUsageReportEvent.ImageUsageReportCreated.class,
                after(ImageCalls::register, UsageCalls::create))
            .put(
                ImageUsageReportEvent.ImageUsageReportCompleted.class,
                after(ImageCalls::register, UsageCalls::create))
            .put(
                ImageUsageReportEvent.ImageUsageReportFailed.class,
                after(ImageCalls::register, UsageCalls::create))
            .put(
                ImageUsageReportEvent.ImageUsageReportTagged.class,
                after(ImageCalls::register, UsageCalls::create, TagCalls::createOnReport))
            .put(
                ImageUsageReportEvent.ImageUsageReportDeleted.class,
                after(ImageCalls::register, UsageCalls::create, UsageCalls::delete))
            .put(
                RetentionRuleEvent.RetentionRuleCreated.class,
                after(RecycleBinCalls::createForSnapshots))
            .put(
                RetentionRuleEvent.RetentionRuleChanged.class,
                after(RecycleBinCalls::createForSnapshots, RecycleBinCalls::update))
            .put(
                RetentionRuleEvent.RetentionRuleLocked.class,
                after(RecycleBinCalls::createForSnapshots, RecycleBinCalls::lock))
            .put(
                RetentionRuleEvent.RetentionRuleUnlocked.class,
                after(
                    RecycleBinCalls::createForSnapshots,
                    RecycleBinCalls::lock,
                    RecycleBinCalls::unlock))
            .put(
                RetentionRuleEvent.RetentionRuleDeleted.class,
                after(RecycleBinCalls::createForSnapshots, RecycleBinCalls::delete))
            .put(FastLaunchInRegion.FastLaunchChanged.class, FAST)
            .put(FastLaunchInRegion.FastLaunchSnapshotProvisioned.class, FAST)
            .put(
                FastLaunchInRegion.FastLaunchSnapshotRemoved.class,
                ImmutableList.<Deed.Kind>builder()
                    .addAll(FAST)
                    .add(FastLaunchCalls::disable)
                    .build())
            .buildOrThrow();
  }

  private static final ImmutableList<Deed.Kind> FAST =
      after(ImageCalls::register, Happenings::windows, FastLaunchCalls::enable);

  private static final ImmutableList<Deed.Kind> RUN =
      after(ImageCalls::register, InstanceCalls::run);

  private static ImmutableList<Deed.Kind> after(Deed.Kind... deeds) {
    return ImmutableList.copyOf(deeds);
  }

  static Arbitrary<RegistryEvent> events() {
    return events(RegistryEvent.class);
  }

  static <E extends RegistryEvent> Arbitrary<E> events(Class<E> type) {
    return recorded(type).map(recorded -> type.cast(recorded.event()));
  }

  static Arbitrary<RecordedEvent> recordedEvents() {
    return recorded(RegistryEvent.class);
  }

  private static Arbitrary<RecordedEvent> recorded(Class<? extends RegistryEvent> type) {
    List<Arbitrary<RecordedEvent>> kinds = Events.ALL.entrySet().stream()
        .filter(kind -> type.isAssignableFrom(kind.getKey()))
        .map(kind -> found(kind.getValue(), world -> world.recorded(kind.getKey())))
        .toList();
    checkArgument(!kinds.isEmpty(), "there are no events %s", type.getSimpleName());
    return kinds.size() == 1 ? kinds.get(0) : Arbitraries.oneOf(kinds);
  }

  // What is there

  /** One of what is found in a world, in which there is some. */
  private static <T> Arbitrary<T> found(List<Deed.Kind> after, Function<World, Stream<T>> all) {
    return Combinators.combine(
            WorldArbitraries.worldsAfter(ImmutableList.copyOf(after)), Draw.numbers(1))
        .as((world, numbers) -> {
          List<T> there = all.apply(world).toList();
          return there.isEmpty() ? Optional.<T>empty() : Optional.of(new Draw(numbers).one(there));
        })
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  /** One of what is found in a Region of a world. */
  private static <T> Arbitrary<T> inRegion(
      List<Deed.Kind> after, Function<RegionState, Stream<T>> all) {
    return found(after, world -> World.REGIONS.stream().map(world.state()::in).flatMap(all));
  }

  private static <T extends Task> Arbitrary<T> task(Class<T> type, List<Deed.Kind> after) {
    return found(
        after,
        world -> world
            .recorded(RegistryEvent.TaskBegun.class)
            .map(recorded -> ((RegistryEvent.TaskBegun) recorded.event()).task())
            .filter(type::isInstance)
            .map(type::cast));
  }

  private static Stream<RetentionRule> rules(RegionState here) {
    return World.ACCOUNTS.stream().flatMap(account -> here.accounts().retentionRules(account));
  }

  /** One of what an operation answers with. */
  private static <R, O extends Operation<R>, T> Arbitrary<T> answered(
      Class<O> operation, Function<R, Stream<T>> all) {
    return Combinators.combine(RegistryArbitraries.answers(operation), Draw.numbers(1))
        .as((answer, numbers) -> {
          List<T> there = all.apply(answer).toList();
          return there.isEmpty() ? Optional.<T>empty() : Optional.of(new Draw(numbers).one(there));
        })
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  private static <T> Arbitrary<T> opened(Function<TestEc2, T> part) {
    return WorldArbitraries.worlds().map(World::open).map(part);
  }

  /** All that is found, by its class. */
  static final class All {
    static final ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> ARBITRARIES =
        ImmutableMap.<Class<?>, Supplier<Arbitrary<?>>>builder()
            .put(RecordedEvent.class, FoundArbitraries::recordedEvents)
            .put(RegistryEvent.class, FoundArbitraries::events)
            .putAll(eventKinds())
            .put(PartitionState.class, () -> WorldArbitraries.worlds().map(World::state))
            .put(RegionState.class, () -> inRegion(RUN, Stream::of))
            .put(Images.class, () -> inRegion(RUN, here -> Stream.of(here.images())))
            .put(Snapshots.class, () -> inRegion(RUN, here -> Stream.of(here.snapshots())))
            .put(Instances.class, () -> inRegion(RUN, here -> Stream.of(here.instances())))
            .put(Volumes.class, () -> inRegion(RUN, here -> Stream.of(here.volumes())))
            .put(
                Buckets.class,
                () -> inRegion(
                    after(ImageCalls::register, S3Calls::store), here -> Stream.of(here.buckets())))
            .put(FastLaunches.class, () -> inRegion(FAST, here -> Stream.of(here.fastLaunches())))
            .put(
                ImageUsageReports.class,
                () -> inRegion(
                    after(ImageCalls::register, UsageCalls::create),
                    here -> Stream.of(here.usageReports())))
            .put(
                Accounts.class,
                () -> inRegion(
                    after(RecycleBinCalls::createForSnapshots), here -> Stream.of(here.accounts())))
            .put(
                ForeignTags.class,
                () -> inRegion(
                    after(ImageCalls::register, ImageCalls::publish, TagCalls::createOnImage),
                    here -> Stream.of(here.foreignTags())))
            .put(
                ClientTokens.class,
                () -> inRegion(
                    after(ImageCalls::register, ImageCalls::copyByToken),
                    here -> Stream.of(here.clientTokens())))
            .put(Agenda.class, () -> inRegion(RUN, here -> Stream.of(here.agenda())))
            .put(
                ClientTokens.Use.class,
                () -> events(RegistryEvent.ClientTokenUsed.class)
                    .map(used -> new ClientTokens.Use(used.digest(), used.answer())))
            .put(Instance.class, () -> inRegion(RUN, here -> here.instances().all()))
            .put(
                Instance.Attachment.class,
                () -> inRegion(
                    RUN,
                    here -> here.instances().all().flatMap(it -> it.volumes().values().stream())))
            .put(Volume.class, () -> inRegion(RUN, here -> here.volumes().all()))
            .put(
                VolumeAttachment.class,
                () -> inRegion(
                    RUN, here -> here.volumes().all().flatMap(it -> it.attachment().stream())))
            .put(
                RetentionRule.class,
                () -> inRegion(
                    after(RecycleBinCalls::create, RecycleBinCalls::create, RecycleBinCalls::lock),
                    FoundArbitraries::rules))
            .put(
                ResourceTag.class,
                () -> inRegion(
                    after(RecycleBinCalls::create, RecycleBinCalls::create),
                    here -> rules(here).flatMap(rule -> rule.resourceTags().stream())))
            .put(
                Task.class,
                () -> Arbitraries.oneOf(
                    task(Task.class, FAST),
                    task(Task.class, RUN),
                    task(Task.class, after(ImageCalls::register, S3Calls::store)),
                    task(Task.class, after(SnapshotCalls::archive)),
                    task(Task.class, after(ImageCalls::register, UsageCalls::create))))
            .put(ImageCreation.class, () -> task(ImageCreation.class, after(ImageCalls::register)))
            .put(
                SnapshotCreation.class,
                () -> task(SnapshotCreation.class, after(SnapshotCalls::create)))
            .put(TierMove.class, () -> task(TierMove.class, after(SnapshotCalls::archive)))
            .put(
                ImageStorage.class,
                () -> task(ImageStorage.class, after(ImageCalls::register, S3Calls::store)))
            .put(SnapshotProvisioning.class, () -> task(SnapshotProvisioning.class, FAST))
            .put(
                SnapshotCleanUp.class,
                () -> task(
                    SnapshotCleanUp.class,
                    after(
                        ImageCalls::register,
                        Happenings::windows,
                        FastLaunchCalls::enable,
                        FastLaunchCalls::disable)))
            .put(
                ImageUsageCount.class,
                () -> task(ImageUsageCount.class, after(ImageCalls::register, UsageCalls::create)))
            .put(LaunchReport.class, () -> task(LaunchReport.class, RUN))
            .put(
                ImagePurge.class,
                () -> task(ImagePurge.class, after(ImageCalls::register, ImageCalls::deregister)))
            .put(
                ImageStateChange.class,
                () -> found(
                    after(ImageCalls::register, ImageCalls::disable),
                    world -> world.recorded().stream()
                        .flatMap(recorded -> ImageStateChange.of(recorded.event()).stream())))
            .put(Situation.class, () -> RegistryArbitraries.requests().map(Request::situation))
            .put(
                Outcome.Course.class,
                () -> WorldArbitraries.worlds().map(world -> Outcome.from(world.state())))
            .put(
                AllowedImagesState.class,
                () -> RegistryArbitraries.answers(GetAllowedImagesSettings.class))
            .put(
                BlockPublicAccessState.class,
                () -> RegistryArbitraries.answers(GetImageBlockPublicAccessState.class))
            .put(
                DeleteSnapshotReturnCode.class, () -> answered(DeregisterImage.class, List::stream))
            .put(ImageAncestryEntry.class, () -> answered(GetImageAncestry.class, List::stream))
            .put(Reservation.class, () -> RegistryArbitraries.answers(RunInstances.class))
            .put(InstanceStateChange.class, () -> answered(StopInstances.class, List::stream))
            .put(
                VolumeAttachmentChange.class, () -> RegistryArbitraries.answers(AttachVolume.class))
            .put(InstanceImageMetadata.class, FoundArbitraries::metadata)
            .put(ImageMetadata.class, () -> metadata().map(InstanceImageMetadata::imageMetadata))
            .put(
                SnapshotTierStatus.class,
                () -> answered(DescribeSnapshotTierStatus.class, page -> page.items().stream()))
            .put(
                SnapshotRestoration.class,
                () -> RegistryArbitraries.answers(RestoreSnapshotTier.class))
            .put(SnapshotTiering.class, () -> RegistryArbitraries.answers(ModifySnapshotTier.class))
            .put(LockedSnapshotsInfo.class, () -> RegistryArbitraries.answers(LockSnapshot.class))
            .put(
                InstanceSpecification.class,
                () -> RegistryArbitraries.requests(CreateSnapshots.class)
                    .map(
                        request -> ((CreateSnapshots) request.operation()).instanceSpecification()))
            .put(
                ImageRecycleBinInfo.class,
                () -> answered(ListImagesInRecycleBin.class, page -> page.items().stream()))
            .put(
                SnapshotRecycleBinInfo.class,
                () -> answered(ListSnapshotsInRecycleBin.class, page -> page.items().stream()))
            .put(RuleSummary.class, () -> answered(ListRules.class, page -> page.items().stream()))
            .put(
                TagDescription.class,
                () -> answered(DescribeTags.class, page -> page.items().stream()))
            .put(
                TagToDelete.class,
                () -> RegistryArbitraries.requests(DeleteTags.class)
                    .map(request -> ((DeleteTags) request.operation()).tags().get(0)))
            .put(TestEc2.class, () -> opened(aws -> aws))
            .put(InMemoryAmiRegistry.class, () -> opened(TestEc2::registry))
            .put(
                InMemoryAmiRegistry.Account.class,
                () -> opened(aws -> aws.registry().account(World.ACCOUNTS.get(0))))
            .put(Aws.class, () -> opened(TestEc2::aws))
            .put(Ec2.class, () -> opened(aws -> aws.as(World.ACCOUNTS.get(0))))
            .put(
                RecycleBin.class,
                () -> opened(aws -> aws.recycleBin(World.ACCOUNTS.get(0), World.REGIONS.get(0))))
            .put(World.class, WorldArbitraries::worlds)
            .put(ImageRequest.class, RegistryArbitraries::ownersRequests)
            .buildOrThrow();

    private static ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> eventKinds() {
      return Stream.concat(
              Events.ALL.keySet().stream(),
              Stream.of(
                  RegistryEvent.InRegion.class,
                  InstanceEvent.class,
                  VolumeEvent.class,
                  BucketEvent.class,
                  ImageUsageReportEvent.class,
                  RetentionRuleEvent.class,
                  FastLaunchInRegion.class))
          .collect(ImmutableMap.toImmutableMap(type -> type, type -> () -> events(type)));
    }
  }

  private static Arbitrary<InstanceImageMetadata> metadata() {
    return answered(DescribeInstanceImageMetadata.class, page -> page.items().stream());
  }
}
