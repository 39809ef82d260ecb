package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.advice.Advice;
import dev.amikit.advice.AdviceKind;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.HexId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.ImageReference;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.Action;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.Transition;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchCommand;
import dev.amikit.lifecycle.fastlaunch.FastLaunchEvent;
import dev.amikit.lifecycle.fastlaunch.FastLaunchStage;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageToken;
import dev.amikit.page.Result;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.rule.Broken;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import dev.amikit.visibility.Viewer;
import dev.amikit.word.Word;
import dev.amikit.word.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Tells jqwik how to make every public type that is a value; found by jqwik itself. Of types with
 * arguments it makes those that the library has, such as {@code Decision<Ami>}, and leaves the
 * others alone.
 */
public final class AmiArbitraryProvider implements ArbitraryProvider {
  static final ImmutableMap<Class<? extends Word>, Words<? extends Word>> WORDS =
      ImmutableMap.<Class<? extends Word>, Words<? extends Word>>builder()
          .put(Architecture.class, Architecture.WORDS)
          .put(BootMode.class, BootMode.WORDS)
          .put(DeviceType.class, DeviceType.WORDS)
          .put(FastLaunchResourceType.class, FastLaunchResourceType.WORDS)
          .put(Hypervisor.class, Hypervisor.WORDS)
          .put(ImageReferenceResourceType.class, ImageReferenceResourceType.WORDS)
          .put(ImageType.class, ImageType.WORDS)
          .put(ImageUsageReportState.class, ImageUsageReportState.WORDS)
          .put(ImdsSupport.class, ImdsSupport.WORDS)
          .put(LockMode.class, LockMode.WORDS)
          .put(LockState.class, LockState.WORDS)
          .put(OwnerAlias.class, OwnerAlias.WORDS)
          .put(Platform.class, Platform.WORDS)
          .put(ProductCodeType.class, ProductCodeType.WORDS)
          .put(ReturnCode.class, ReturnCode.WORDS)
          .put(SnapshotAttributeName.class, SnapshotAttributeName.WORDS)
          .put(SnapshotState.class, SnapshotState.WORDS)
          .put(SriovNetSupport.class, SriovNetSupport.WORDS)
          .put(SseType.class, SseType.WORDS)
          .put(StorageTier.class, StorageTier.WORDS)
          .put(StoreTaskState.class, StoreTaskState.WORDS)
          .put(TieringOperationStatus.class, TieringOperationStatus.WORDS)
          .put(TpmSupport.class, TpmSupport.WORDS)
          .put(TransferType.class, TransferType.WORDS)
          .put(VirtualizationType.class, VirtualizationType.WORDS)
          .put(VolumeType.class, VolumeType.WORDS)
          .buildOrThrow();

  private static final ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> ARBITRARIES =
      ImmutableMap.<Class<?>, Supplier<Arbitrary<?>>>builder()
          .put(AccountId.class, IdArbitraries::accountIds)
          .put(Ami.class, AmiArbitraries::amis)
          .put(AmiAction.class, () -> Arbitraries.of(AmiAction.class))
          .put(AmiCommand.class, LifeCycleArbitraries::commands)
          .put(AmiEvent.class, LifeCycleArbitraries::events)
          .put(AmiStage.class, () -> Arbitraries.of(AmiStage.class))
          .put(AmiState.class, AmiArbitraries::states)
          .put(Arn.class, IdArbitraries::arns)
          .put(BlockDeviceMapping.class, DeviceArbitraries::blockDeviceMappings)
          .put(CreateVolumePermission.class, PermissionArbitraries::createVolumePermissions)
          .put(DeregistrationProtection.class, AmiArbitraries::deregistrationProtections)
          .put(DeviceName.class, DeviceArbitraries::deviceNames)
          .put(EbsBlockDevice.class, DeviceArbitraries::ebsBlockDevices)
          .put(FastLaunchId.class, IdArbitraries::fastLaunchIds)
          .put(HexId.class, IdArbitraries::hexIds)
          .put(ImageAttribute.class, AmiArbitraries::imageAttributes)
          .put(ImageAttributeName.class, () -> Arbitraries.of(ImageAttributeName.class))
          .put(ImageId.class, IdArbitraries::imageIds)
          .put(ImageParameter.class, IdArbitraries::imageParameters)
          .put(ImageReference.class, IdArbitraries::imageReferences)
          .put(ImageName.class, AmiArbitraries::existingNames)
          .put(ImageWatermark.class, AmiArbitraries::imageWatermarks)
          .put(InstanceId.class, IdArbitraries::instanceIds)
          .put(KernelId.class, IdArbitraries::kernelIds)
          .put(KmsKeyId.class, IdArbitraries::kmsKeyIds)
          .put(LaunchPermission.class, PermissionArbitraries::launchPermissions)
          .put(OrganizationPath.class, IdArbitraries::organizationPaths)
          .put(ResourceId.class, IdArbitraries::resourceIds)
          .put(UserId.class, IdArbitraries::userIds)
          .put(OrganizationArn.class, IdArbitraries::organizationArns)
          .put(OrganizationalUnitArn.class, IdArbitraries::organizationalUnitArns)
          .put(ProductCode.class, IdArbitraries::productCodes)
          .put(RamdiskId.class, IdArbitraries::ramdiskIds)
          .put(RecycleBinStay.class, AmiArbitraries::recycleBinStays)
          .put(Region.class, IdArbitraries::regions)
          .put(Rule.class, RuleArbitraries::rules)
          .put(Snapshot.class, SnapshotArbitraries::snapshots)
          .put(SnapshotAction.class, () -> Arbitraries.of(SnapshotAction.class))
          .put(SnapshotAttribute.class, SnapshotArbitraries::snapshotAttributes)
          .put(SnapshotCommand.class, SnapshotLifeCycleArbitraries::commands)
          .put(SnapshotEvent.class, SnapshotLifeCycleArbitraries::events)
          .put(ImageUsageReportId.class, IdArbitraries::imageUsageReportIds)
          .put(S3ObjectId.class, IdArbitraries::s3ObjectIds)
          .put(SnapshotId.class, IdArbitraries::snapshotIds)
          .put(TaskSubject.class, IdArbitraries::taskSubjects)
          .put(SnapshotLock.class, SnapshotArbitraries::locks)
          .put(SnapshotRecycleBinStay.class, SnapshotArbitraries::recycleBinStays)
          .put(SnapshotStage.class, () -> Arbitraries.of(SnapshotStage.class))
          .put(StateReason.class, AmiArbitraries::stateReasons)
          .put(Tag.class, TagArbitraries::tags)
          .put(Tags.class, TagArbitraries::tagSets)
          .put(TieringOperation.class, () -> Arbitraries.of(TieringOperation.class))
          .put(VolumeId.class, IdArbitraries::volumeIds)
          .put(VolumeLimits.class, DeviceArbitraries::volumeLimits)
          .put(WatermarkKey.class, AmiArbitraries::watermarkKeys)
          .put(Word.class, AmiArbitraryProvider::anyWords)
          .put(AccountProfile.class, AccountArbitraries::accountProfiles)
          .put(AccountSettings.class, AccountArbitraries::accountSettings)
          .put(Advice.class, AdviceArbitraries::advice)
          .put(AdviceKind.class, () -> Arbitraries.of(AdviceKind.class))
          .put(AllowedImagesSettings.class, AllowedImagesArbitraries::allowedImagesSettings)
          .put(
              AllowedImagesSettings.State.class,
              () -> Arbitraries.of(AllowedImagesSettings.State.class))
          .put(BlockPublicAccess.class, () -> Arbitraries.of(BlockPublicAccess.class))
          .put(Broken.class, RuleArbitraries::brokenRules)
          .put(
              CreateVolumePermission.ToAccount.class,
              () -> IdArbitraries.accountIds().map(CreateVolumePermission.ToAccount::new))
          .put(
              CreateVolumePermission.ToEveryone.class,
              () -> Arbitraries.create(CreateVolumePermission.ToEveryone::new))
          .put(
              DeregistrationProtection.Disabled.class,
              () -> Arbitraries.create(DeregistrationProtection.Disabled::new))
          .put(
              DeregistrationProtection.DisabledAfter.class,
              () -> AmiArbitraries.instants().map(DeregistrationProtection.DisabledAfter::new))
          .put(
              DeregistrationProtection.EnabledWithCooldown.class,
              () -> Arbitraries.create(DeregistrationProtection.EnabledWithCooldown::new))
          .put(
              DeregistrationProtection.EnabledWithoutCooldown.class,
              () -> Arbitraries.create(DeregistrationProtection.EnabledWithoutCooldown::new))
          .put(ErrorCode.class, () -> Arbitraries.of(ErrorCode.class))
          .put(FastLaunch.class, FastLaunchArbitraries::fastLaunches)
          .put(FastLaunchAction.class, () -> Arbitraries.of(FastLaunchAction.class))
          .put(FastLaunchCommand.class, FastLaunchLifeCycleArbitraries::commands)
          .put(FastLaunchConfiguration.class, FastLaunchArbitraries::configurations)
          .put(FastLaunchEvent.class, FastLaunchLifeCycleArbitraries::events)
          .put(FastLaunchStage.class, () -> Arbitraries.of(FastLaunchStage.class))
          .put(FastLaunchState.class, () -> Arbitraries.of(FastLaunchState.class))
          .put(Filter.class, FilterArbitraries::filters)
          .put(FilterPattern.class, FilterArbitraries::filterPatterns)
          .put(ImageCriterion.class, AllowedImagesArbitraries::imageCriteria)
          .put(ImageQuery.class, QueryArbitraries::imageQueries)
          .put(ImageSource.class, QueryArbitraries::imageSources)
          .put(ImageUsageReport.class, UsageArbitraries::imageUsageReports)
          .put(ImageUsageReportEntry.class, UsageArbitraries::imageUsageReportEntries)
          .put(ImageWatermarkFilter.class, AllowedImagesArbitraries::imageWatermarkFilters)
          .put(
              LaunchPermission.ToAccount.class,
              () -> IdArbitraries.accountIds().map(LaunchPermission.ToAccount::new))
          .put(
              LaunchPermission.ToEveryone.class,
              () -> Arbitraries.create(LaunchPermission.ToEveryone::new))
          .put(
              LaunchPermission.ToOrganization.class,
              () -> IdArbitraries.organizationArns().map(LaunchPermission.ToOrganization::new))
          .put(
              LaunchPermission.ToOrganizationalUnit.class,
              () -> IdArbitraries.organizationalUnitArns()
                  .map(LaunchPermission.ToOrganizationalUnit::new))
          .put(LaunchTemplateSpecification.class, FastLaunchArbitraries::launchTemplates)
          .put(ManagedBy.class, () -> Arbitraries.of(ManagedBy.class))
          .put(MessageTemplate.class, RuleArbitraries::messageTemplates)
          .put(MessageTemplate.Evidence.class, () -> Arbitraries.of(MessageTemplate.Evidence.class))
          .put(MissingAttributesException.class, RuleArbitraries::missingAttributesExceptions)
          .put(PageKey.class, PageArbitraries::pageKeys)
          .put(PageRequest.class, PageArbitraries::pageRequests)
          .put(PageToken.class, PageArbitraries::pageTokens)
          .put(Refusal.class, RuleArbitraries::refusals)
          .put(RefusedException.class, RuleArbitraries::refusedExceptions)
          .put(ResourceReference.class, UsageArbitraries::resourceReferences)
          .put(ResourceTypeOption.class, UsageArbitraries::resourceTypeOptions)
          .put(ResourceTypeRequest.class, UsageArbitraries::resourceTypeRequests)
          .put(RuleBreaker.class, RuleBreakers::any)
          .put(RuleId.class, RuleArbitraries::ruleIds)
          .put(RuleViolationException.class, RuleArbitraries::ruleViolationExceptions)
          .put(S3ObjectTag.class, S3Arbitraries::s3ObjectTags)
          .put(SnapshotQuery.class, QueryArbitraries::snapshotQueries)
          .put(SnapshotSource.class, QueryArbitraries::snapshotSources)
          .put(StoreImageTask.class, S3Arbitraries::storeImageTasks)
          .put(StoredImage.class, S3Arbitraries::storedImages)
          .put(Viewer.class, VisibilityArbitraries::viewers)
          .put(Violation.class, RuleArbitraries::violations)
          .putAll(Maps.transformValues(LifeCycleArbitraries.COMMANDS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(LifeCycleArbitraries.EVENTS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(
              SnapshotLifeCycleArbitraries.COMMANDS_BY_TYPE, kind -> () -> kind))
          .putAll(
              Maps.transformValues(SnapshotLifeCycleArbitraries.EVENTS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(
              FastLaunchLifeCycleArbitraries.COMMANDS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(
              FastLaunchLifeCycleArbitraries.EVENTS_BY_TYPE, kind -> () -> kind))
          .putAll(WORDS.entrySet().stream()
              .collect(toImmutableMap(
                  Map.Entry::getKey, entry -> () -> WordArbitraries.wordsOf(entry.getValue()))))
          .buildOrThrow();

  private static final TypeUsage AMI = TypeUsage.of(Ami.class);
  private static final TypeUsage SNAPSHOT = TypeUsage.of(Snapshot.class);
  private static final TypeUsage FAST_LAUNCH =
      TypeUsage.of(Optional.class, TypeUsage.of(FastLaunch.class));

  /** What there is for some type arguments only, such as the lives, by the first of them. */
  private static final ImmutableTable<Class<?>, TypeUsage, Supplier<Arbitrary<?>>> GENERIC =
      ImmutableTable.<Class<?>, TypeUsage, Supplier<Arbitrary<?>>>builder()
          .put(Action.class, TypeUsage.of(AmiStage.class), () -> Arbitraries.of(AmiAction.class))
          .put(
              Action.class,
              TypeUsage.of(SnapshotStage.class),
              () -> Arbitraries.of(SnapshotAction.class))
          .put(
              Action.class,
              TypeUsage.of(FastLaunchStage.class),
              () -> Arbitraries.of(FastLaunchAction.class))
          .put(Command.class, AMI, LifeCycleArbitraries::commands)
          .put(Command.class, SNAPSHOT, SnapshotLifeCycleArbitraries::commands)
          .put(Command.class, FAST_LAUNCH, FastLaunchLifeCycleArbitraries::commands)
          .put(Decision.class, AMI, LifeCycleArbitraries::decisions)
          .put(Decision.class, SNAPSHOT, SnapshotLifeCycleArbitraries::decisions)
          .put(Decision.class, FAST_LAUNCH, FastLaunchLifeCycleArbitraries::decisions)
          .put(Decision.Accepted.class, AMI, () -> accepted(LifeCycleArbitraries.events()))
          .put(
              Decision.Accepted.class,
              SNAPSHOT,
              () -> accepted(SnapshotLifeCycleArbitraries.events()))
          .put(
              Decision.Accepted.class,
              FAST_LAUNCH,
              () -> accepted(FastLaunchLifeCycleArbitraries.events()))
          .put(Decision.Refused.class, AMI, () -> refused(CommandBreakers.ofImages()))
          .put(Decision.Refused.class, SNAPSHOT, () -> refused(CommandBreakers.ofSnapshots()))
          .put(Decision.Refused.class, FAST_LAUNCH, () -> refused(CommandBreakers.ofFastLaunch()))
          .put(Event.class, AMI, LifeCycleArbitraries::events)
          .put(Event.class, SNAPSHOT, SnapshotLifeCycleArbitraries::events)
          .put(Event.class, FAST_LAUNCH, FastLaunchLifeCycleArbitraries::events)
          .put(RefusedCommand.class, AMI, () -> CommandBreakers.ofImages().any())
          .put(
              RefusedCommand.class,
              SNAPSHOT,
              () -> CommandBreakers.ofSnapshots().any())
          .put(
              RefusedCommand.class,
              FAST_LAUNCH,
              () -> CommandBreakers.ofFastLaunch().any())
          .put(Result.class, AMI, PageArbitraries::resultsOfImages)
          .put(Result.class, SNAPSHOT, PageArbitraries::resultsOfSnapshots)
          .put(TimedCommand.class, AMI, LifeCycleArbitraries::timedCommands)
          .put(TimedCommand.class, SNAPSHOT, SnapshotLifeCycleArbitraries::timedCommands)
          .put(TimedCommand.class, FAST_LAUNCH, FastLaunchLifeCycleArbitraries::timedCommands)
          .put(Transition.class, TypeUsage.of(AmiStage.class), LifeCycleArbitraries::transitions)
          .put(
              Transition.class,
              TypeUsage.of(SnapshotStage.class),
              SnapshotLifeCycleArbitraries::transitions)
          .put(
              Transition.class,
              TypeUsage.of(FastLaunchStage.class),
              FastLaunchLifeCycleArbitraries::transitions)
          .build();

  /** What there is for every type argument, made of what jqwik makes for that. */
  private static final ImmutableMap<Class<?>, Holder> HOLDERS = ImmutableMap.of(
      Answer.class, new Holder(AMI, PageArbitraries::answers),
      Answer.Refused.class, new Holder(AMI, items -> PageArbitraries.refusedAnswers()),
      Page.class, new Holder(AMI, PageArbitraries::pages),
      Words.class,
          new Holder(TypeUsage.of(Word.class), words -> words.map(word -> ((Word) word).words())));

  /** A type that holds others: some usual ones, where it does not say which. */
  private record Holder(TypeUsage usual, Function<Arbitrary<?>, Arbitrary<?>> of) {}

  /** Made by jqwik. */
  public AmiArbitraryProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    requireNonNull(targetType, "targetType");
    return ARBITRARIES.containsKey(targetType.getRawType())
        || HOLDERS.containsKey(targetType.getRawType())
        || ofArgument(targetType).findAny().isPresent();
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    requireNonNull(targetType, "targetType");
    requireNonNull(subtypeProvider, "subtypeProvider");
    Supplier<Arbitrary<?>> arbitrary = ARBITRARIES.get(targetType.getRawType());
    if (arbitrary != null) {
      return Set.of(arbitrary.get());
    }
    Holder holder = HOLDERS.get(targetType.getRawType());
    return holder == null
        ? ofArgument(targetType).map(Supplier::get).collect(toImmutableSet())
        : subtypeProvider.apply(argument(targetType).orElse(holder.usual)).stream()
            .map(holder.of)
            .collect(toImmutableSet());
  }

  /** What there is for the type argument; for all that there are, if it does not say which. */
  private static Stream<Supplier<Arbitrary<?>>> ofArgument(TypeUsage targetType) {
    Optional<TypeUsage> argument = argument(targetType);
    return GENERIC.row(targetType.getRawType()).entrySet().stream()
        .filter(each -> argument.isEmpty() || each.getKey().canBeAssignedTo(argument.get()))
        .map(Map.Entry::getValue);
  }

  /** The first type argument, if it says anything. */
  private static Optional<TypeUsage> argument(TypeUsage targetType) {
    return targetType.getTypeArguments().stream()
        .findFirst()
        .filter(argument -> !argument.isOfType(Object.class));
  }

  /** {@return 1, to stand before what jqwik does with every enum} */
  @Override
  public int priority() {
    return 1;
  }

  private static <T> Arbitrary<Decision.Accepted<T>> accepted(
      Arbitrary<? extends Event<T>> events) {
    return events
        .list()
        .ofMaxSize(2)
        .map(all -> new Decision.Accepted<>(ImmutableList.copyOf(all)));
  }

  private static <T> Arbitrary<Decision<T>> refused(CommandBreakers<T> breakers) {
    return breakers.any().map(RefusedCommand::decide);
  }

  private static Arbitrary<Word> anyWords() {
    return Arbitraries.oneOf(WORDS.values().stream()
        .map(WordArbitraries::wordsOf)
        .collect(ImmutableList.toImmutableList()));
  }
}
