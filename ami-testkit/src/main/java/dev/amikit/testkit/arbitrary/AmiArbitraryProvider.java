package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import dev.amikit.RuleCatalogue;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeLimits;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
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
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.lifecycle.snapshot.SnapshotCommand;
import dev.amikit.lifecycle.snapshot.SnapshotEvent;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.rule.Rule;
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
import dev.amikit.word.Word;
import dev.amikit.word.Words;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Tells jqwik how to make every public type that concerns one image or snapshot: what it is made
 * of, and what can be done with it; found by jqwik itself.
 */
public final class AmiArbitraryProvider implements ArbitraryProvider {
  static final ImmutableMap<Class<? extends Word>, Words<? extends Word>> WORDS =
      ImmutableMap.<Class<? extends Word>, Words<? extends Word>>builder()
          .put(Architecture.class, Architecture.WORDS)
          .put(BootMode.class, BootMode.WORDS)
          .put(DeviceType.class, DeviceType.WORDS)
          .put(Hypervisor.class, Hypervisor.WORDS)
          .put(ImageType.class, ImageType.WORDS)
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
          .put(Rule.class, () -> Arbitraries.of(RuleCatalogue.all()))
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
          .putAll(Maps.transformValues(LifeCycleArbitraries.COMMANDS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(LifeCycleArbitraries.EVENTS_BY_TYPE, kind -> () -> kind))
          .putAll(Maps.transformValues(
              SnapshotLifeCycleArbitraries.COMMANDS_BY_TYPE, kind -> () -> kind))
          .putAll(
              Maps.transformValues(SnapshotLifeCycleArbitraries.EVENTS_BY_TYPE, kind -> () -> kind))
          .putAll(WORDS.entrySet().stream()
              .collect(toImmutableMap(
                  Map.Entry::getKey, entry -> () -> WordArbitraries.wordsOf(entry.getValue()))))
          .buildOrThrow();

  /** What both lives have, by the first type argument. */
  private static final ImmutableTable<Class<?>, Class<?>, Supplier<Arbitrary<?>>> GENERIC =
      ImmutableTable.<Class<?>, Class<?>, Supplier<Arbitrary<?>>>builder()
          .put(Action.class, AmiStage.class, () -> Arbitraries.of(AmiAction.class))
          .put(Action.class, SnapshotStage.class, () -> Arbitraries.of(SnapshotAction.class))
          .put(Command.class, Ami.class, LifeCycleArbitraries::commands)
          .put(Command.class, Snapshot.class, SnapshotLifeCycleArbitraries::commands)
          .put(Decision.class, Ami.class, LifeCycleArbitraries::decisions)
          .put(Decision.class, Snapshot.class, SnapshotLifeCycleArbitraries::decisions)
          .put(Event.class, Ami.class, LifeCycleArbitraries::events)
          .put(Event.class, Snapshot.class, SnapshotLifeCycleArbitraries::events)
          .put(TimedCommand.class, Ami.class, LifeCycleArbitraries::timedCommands)
          .put(TimedCommand.class, Snapshot.class, SnapshotLifeCycleArbitraries::timedCommands)
          .put(Transition.class, AmiStage.class, LifeCycleArbitraries::transitions)
          .put(Transition.class, SnapshotStage.class, SnapshotLifeCycleArbitraries::transitions)
          .build();

  /** Made by jqwik. */
  public AmiArbitraryProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    requireNonNull(targetType, "targetType");
    return ARBITRARIES.containsKey(targetType.getRawType())
        || GENERIC.containsRow(targetType.getRawType());
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    requireNonNull(targetType, "targetType");
    requireNonNull(subtypeProvider, "subtypeProvider");
    Supplier<Arbitrary<?>> arbitrary = ARBITRARIES.get(targetType.getRawType());
    return arbitrary == null ? ofBothLives(targetType) : Set.of(arbitrary.get());
  }

  /** That of one life if the type says which, else those of both. */
  private static Set<Arbitrary<?>> ofBothLives(TypeUsage targetType) {
    ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> lives = GENERIC.row(targetType.getRawType());
    return lives.entrySet().stream()
        .filter(life -> targetType.getTypeArguments().stream()
            .noneMatch(argument ->
                lives.containsKey(argument.getRawType()) && !argument.isOfType(life.getKey())))
        .map(life -> life.getValue().get())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return 1, to stand before what jqwik does with every enum} */
  @Override
  public int priority() {
    return 1;
  }

  private static Arbitrary<Word> anyWords() {
    return Arbitraries.oneOf(WORDS.values().stream()
        .map(WordArbitraries::wordsOf)
        .collect(ImmutableList.toImmutableList()));
  }
}
