package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.ImageAttributeName;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.BlockPublicAccess;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A partition in which many things happened, at random; every step is kept. */
final class History {
  static final int LENGTH = 200;
  static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(TestRegistry.OWNER, TestRegistry.FRIEND, TestRegistry.STRANGER);
  static final ImmutableList<Region> REGIONS =
      ImmutableList.of(TestRegistry.HERE, TestRegistry.THERE, Region.of("ap-southeast-2"));
  static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final StateReason NO_LUCK = new StateReason("Server.InternalError", "No luck");

  /** What can happen. */
  enum Kind {
    REGISTER,
    VOLUME,
    RUN,
    CREATE_IMAGE,
    COPY,
    DEREGISTER,
    RESTORE,
    DISABLE,
    ENABLE,
    DEPRECATE,
    PROTECT,
    SHARE,
    PUBLISH,
    ATTRIBUTE,
    TAG,
    WATERMARK,
    RETENTION,
    SNAPSHOT,
    TIER,
    SETTINGS,
    FINISH,
    TIME
  }

  /** What happens most. */
  enum Mix {
    EVERYTHING(Duration.ZERO),
    MAKING(Duration.ofMinutes(20), Kind.REGISTER, Kind.RUN, Kind.CREATE_IMAGE, Kind.VOLUME),
    COPYING(Duration.ZERO, Kind.COPY, Kind.WATERMARK, Kind.SHARE),
    SLOW_COPYING(Duration.ofHours(5), Kind.COPY, Kind.DEREGISTER, Kind.FINISH, Kind.TIME),
    BINNING(Duration.ZERO, Kind.DEREGISTER, Kind.RESTORE, Kind.RETENTION, Kind.REGISTER),
    PUBLISHING(Duration.ZERO, Kind.PUBLISH, Kind.SHARE, Kind.DEPRECATE, Kind.WATERMARK),
    DISABLING(Duration.ZERO, Kind.DISABLE, Kind.ENABLE, Kind.PUBLISH, Kind.TIER),
    PROTECTING(Duration.ZERO, Kind.PROTECT, Kind.DEREGISTER, Kind.TIME, Kind.RETENTION),
    DESCRIBING(Duration.ZERO, Kind.TAG, Kind.ATTRIBUTE, Kind.WATERMARK, Kind.SHARE),
    STORING(Duration.ofHours(30), Kind.SNAPSHOT, Kind.TIER, Kind.DISABLE, Kind.RETENTION),
    WAITING(Duration.ofDays(2), Kind.TIME, Kind.DEREGISTER, Kind.RESTORE, Kind.DEPRECATE),
    SETTING_UP(Duration.ofMinutes(1), Kind.SETTINGS, Kind.PUBLISH, Kind.COPY, Kind.REGISTER);

    private final RegistrySettings settings;
    private final ImmutableList<Kind> kinds;

    Mix(Duration work, Kind... most) {
      settings = RegistrySettings.builder()
          .ids(IdSource.counting())
          .quotas(Quotas.builder().publicImages(50).build())
          .completion(CompletionPolicy.after(work))
          .build();
      ImmutableList.Builder<Kind> drawn = ImmutableList.builder();
      drawn.add(Kind.values()).add(Kind.REGISTER, Kind.REGISTER, Kind.VOLUME);
      for (int i = 0; i < 5; i++) {
        drawn.add(most);
      }
      kinds = drawn.build();
    }
  }

  /** A call of an account in a Region, about an image or about none. */
  record Call(AccountId caller, Region region, Operation<?> operation, Optional<ImageId> imageId) {}

  /** What was called, or else time passed or work was ended; and what came of it. */
  record Step(
      Kind kind,
      Optional<Call> call,
      PartitionState before,
      PartitionState after,
      Instant now,
      Optional<?> answer,
      Optional<RefusedException> refusal) {
    boolean happened(Class<? extends Operation<?>> operation) {
      return refusal.isEmpty()
          && call.filter(made -> operation.isInstance(made.operation())).isPresent();
    }

    Region region() {
      return call.orElseThrow().region();
    }

    ImageId imageId() {
      return call.orElseThrow().imageId().orElseThrow();
    }

    /** The image that the call made. */
    ImageId made() {
      return (ImageId) answer.orElseThrow();
    }
  }

  final Mix mix;
  final long seed;
  final List<Step> steps = new ArrayList<>();
  final List<RegistryEvent> events = new ArrayList<>();
  private final Random random;
  private final TestRegistry ec2;
  private int names;

  private History(Mix mix, long seed) {
    this.mix = mix;
    this.seed = seed;
    random = new Random(seed);
    ec2 = new TestRegistry(mix.settings);
    ec2.registry.listen(told -> events.add(told.event()));
  }

  static History of(Mix mix, long seed) {
    History history = new History(mix, seed);
    ACCOUNTS.forEach(account -> REGIONS.forEach(region -> history.begin(account, region)));
    while (history.steps.size() < LENGTH) {
      history.step();
    }
    return history;
  }

  PartitionState last() {
    return steps.get(steps.size() - 1).after();
  }

  Instant now() {
    return ec2.clock.instant();
  }

  RegistrySettings settings() {
    return mix.settings;
  }

  /** Another registry, in the same state, in which time stands still. */
  InMemoryAmiRegistry fork(PartitionState state, Instant now) {
    InMemoryAmiRegistry fork =
        InMemoryAmiRegistry.create(Clock.fixed(now, ZoneOffset.UTC), mix.settings);
    fork.restore(state);
    return fork;
  }

  static List<Ami> images(PartitionState state, Region region) {
    return state.images(region).sorted(Comparator.comparing(Ami::imageId)).toList();
  }

  static List<Snapshot> snapshots(PartitionState state, Region region) {
    return state
        .snapshots(region)
        .sorted(Comparator.comparing(stored -> stored.snapshotId()))
        .toList();
  }

  @Override
  public String toString() {
    return "%s, seed %d".formatted(mix, seed);
  }

  private void begin(AccountId account, Region region) {
    Ec2 there = ec2.as(account, region);
    Volume volume = there.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8));
    there.createSnapshot(CreateSnapshot.builder().volumeId(volume.volumeId()).build());
    there.disableImageBlockPublicAccess();
    ec2.pass(mix.settings.completion().duration().orElseThrow());
  }

  private void step() {
    Kind kind = one(mix.kinds);
    PartitionState before = ec2.registry.state();
    Optional<Call> call = Optional.empty();
    Optional<Object> answer = Optional.empty();
    Optional<RefusedException> refusal = Optional.empty();
    switch (kind) {
      case TIME ->
        ec2.pass(one(List.of(
            Duration.ofMinutes(7),
            Duration.ofHours(5),
            Duration.ofHours(25),
            Duration.ofDays(9),
            Duration.ofDays(70))));
      case FINISH -> finish(before);
      default -> {
        call = Optional.of(call(kind, before));
        try {
          answer = Optional.of(perform(ec2.registry, call.get()));
        } catch (RefusedException e) {
          refusal = Optional.of(e);
        }
      }
    }
    steps.add(new Step(kind, call, before, ec2.registry.state(), now(), answer, refusal));
  }

  static Object perform(InMemoryAmiRegistry registry, Call call) {
    return registry.account(call.caller()).in(call.region()).call(call.operation());
  }

  private void finish(PartitionState state) {
    Region region = one(REGIONS);
    images(state, region).stream()
        .filter(ami -> state.in(region).agenda().task(ami.imageId()).isPresent())
        .findFirst()
        .ifPresent(ami -> {
          if (random.nextBoolean()) {
            ec2.registry.aws().complete(region, ami.imageId());
          } else {
            ec2.registry.aws().fail(region, ami.imageId(), NO_LUCK);
          }
        });
  }

  private Call call(Kind kind, PartitionState state) {
    Region region = one(REGIONS);
    Ami ami = anImage(state, region).orElse(null);
    AccountId caller = ami == null || random.nextInt(10) == 0 ? one(ACCOUNTS) : ami.ownerId();
    ImageId id = ami == null ? TestImages.UNKNOWN : ami.imageId();
    return switch (kind) {
      case REGISTER -> register(state, region);
      case RUN ->
        new Call(
            random.nextInt(3) == 0 ? one(ACCOUNTS) : caller,
            region,
            RunInstances.builder().imageId(id).instanceType("m5.large").build(),
            Optional.of(id));
      case CREATE_IMAGE -> createImage(state, region);
      case COPY ->
        making(random.nextInt(3) == 0 ? one(ACCOUNTS) : caller, one(REGIONS), copy(region, id));
      case VOLUME -> volume(state, region);
      case SNAPSHOT, TIER -> snapshot(kind, state, region);
      case RETENTION, SETTINGS -> making(one(ACCOUNTS), region, settings(kind));
      case RESTORE -> restore(state);
      default -> new Call(caller, region, change(kind, id, caller), Optional.of(id));
    };
  }

  private static Call making(AccountId caller, Region region, Operation<?> operation) {
    return new Call(caller, region, operation, Optional.empty());
  }

  /** An operation of an account on an image of its own. */
  Operation<?> change(Kind kind, ImageId id, AccountId caller) {
    return switch (kind) {
      case DEREGISTER -> new DeregisterImage(id, random.nextBoolean());
      case DISABLE -> new DisableImage(id);
      case ENABLE -> new EnableImage(id);
      case DEPRECATE ->
        random.nextInt(3) == 0
            ? new DisableImageDeprecation(id)
            : new EnableImageDeprecation(id, now().plus(Duration.ofDays(1 + random.nextInt(900))));
      case PROTECT ->
        random.nextInt(3) == 0
            ? new EnableImageDeregistrationProtection(id, random.nextBoolean())
            : new DisableImageDeregistrationProtection(id);
      case SHARE -> sharing(id);
      case PUBLISH ->
        ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(LaunchPermission.everyone()));
      case ATTRIBUTE -> {
        ModifyImageAttribute.Builder request = ModifyImageAttribute.builder().imageId(id);
        yield random.nextInt(4) == 0
            ? request.imdsSupport(ImdsSupport.V2_0).build()
            : request.description("description " + random.nextInt(9)).build();
      }
      case TAG ->
        random.nextInt(4) == 0
            ? new DeleteTags(
                ImmutableList.of(id.value()), ImmutableList.of(DeleteTags.TagToDelete.of("env")))
            : new CreateTags(
                ImmutableList.of(id.value()),
                Tags.of(random.nextBoolean() ? "env" : "team", random.nextBoolean() ? "a" : "b"));
      case WATERMARK -> {
        String name = "mark-" + random.nextInt(7);
        yield random.nextInt(5) == 0
            ? new DetachImageWatermark(id, new WatermarkKey(caller, name))
            : new AttachImageWatermark(id, name);
      }
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  private Operation<?> sharing(ImageId id) {
    LaunchPermission account = LaunchPermission.userId(one(ACCOUNTS));
    return switch (random.nextInt(6)) {
      case 0 -> new ResetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION);
      case 1 -> new CancelImageLaunchPermission(id);
      case 2 -> ModifyImageAttribute.of(id, ModifyLaunchPermission.revoke(account));
      case 3 ->
        ModifyImageAttribute.of(id, ModifyLaunchPermission.revoke(LaunchPermission.everyone()));
      default -> ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(account));
    };
  }

  private Call register(PartitionState state, Region region) {
    Snapshot root = aSnapshot(state, region);
    RegisterImage.Builder request =
        RegisterImage.builder().name(name()).architecture(Architecture.X86_64);
    if (random.nextInt(6) == 0) {
      request.imageLocation("my-bucket/golden.manifest.xml");
    } else {
      EbsBlockDevice ebs =
          EbsBlockDevice.builder().snapshotId(root.snapshotId()).build();
      request
          .virtualizationType(VirtualizationType.HVM)
          .rootDeviceName(ROOT)
          .addBlockDeviceMapping(BlockDeviceMapping.ebs(ROOT, ebs));
    }
    AccountId caller = random.nextInt(9) == 0 ? one(ACCOUNTS) : root.ownerId();
    return making(caller, region, request.build());
  }

  private Operation<?> copy(Region source, ImageId id) {
    CopyImage.Builder request = CopyImage.builder()
        .sourceRegion(source)
        .sourceImageId(id)
        .name(name())
        .copyImageTags(random.nextBoolean());
    return random.nextInt(4) == 0 ? request.encrypted(true).build() : request.build();
  }

  private Call createImage(PartitionState state, Region region) {
    List<Instance> instances = state
        .in(region)
        .instances()
        .all()
        .sorted(Comparator.comparing(Instance::instanceId))
        .toList();
    if (instances.isEmpty()) {
      return register(state, region);
    }
    Instance instance = one(instances);
    return making(
        instance.ownerId(),
        region,
        CreateImage.builder().instanceId(instance.instanceId()).name(name()).build());
  }

  private Call volume(PartitionState state, Region region) {
    List<Volume> volumes = state
        .in(region)
        .volumes()
        .all()
        .sorted(Comparator.comparing(Volume::volumeId))
        .toList();
    Volume volume = one(volumes);
    return random.nextInt(4) == 0
        ? making(one(ACCOUNTS), region, new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 9)))
        : making(
            volume.ownerId(),
            region,
            CreateSnapshot.builder().volumeId(volume.volumeId()).build());
  }

  private Call snapshot(Kind kind, PartitionState state, Region region) {
    Snapshot stored = aSnapshot(state, region);
    SnapshotId id = stored.snapshotId();
    AccountId caller = stored.ownerId();
    if (kind == Kind.TIER) {
      return making(
          caller,
          region,
          switch (random.nextInt(4)) {
            case 0 -> RestoreSnapshotTier.temporary(id, 1 + random.nextInt(30));
            case 1 -> RestoreSnapshotTier.permanent(id);
            default -> new ModifySnapshotTier(id, StorageTier.ARCHIVE);
          });
    }
    return making(
        caller,
        region,
        switch (random.nextInt(4)) {
          case 0 -> new DeleteSnapshot(id);
          case 1 -> new RestoreSnapshotFromRecycleBin(id);
          case 2 ->
            CopySnapshot.builder().sourceRegion(region).sourceSnapshotId(id).build();
          default ->
            ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(one(ACCOUNTS)));
        });
  }

  private Operation<?> settings(Kind kind) {
    if (kind == Kind.RETENTION) {
      return CreateRule.ofRegion(
          one(List.of(RetentionRule.ResourceType.values())), 1 + random.nextInt(60));
    }
    return switch (random.nextInt(5)) {
      case 0 -> new EnableImageBlockPublicAccess(Optional.of(BlockPublicAccess.BLOCK_NEW_SHARING));
      case 1 -> new EnableEbsEncryptionByDefault();
      case 2 -> new DisableEbsEncryptionByDefault();
      default -> new DisableImageBlockPublicAccess();
    };
  }

  private Call restore(PartitionState state) {
    for (Region region : REGIONS) {
      List<Ami> binned =
          images(state, region).stream().filter(Ami::isInRecycleBin).toList();
      if (!binned.isEmpty()) {
        Ami ami = one(binned);
        return new Call(
            ami.ownerId(),
            region,
            new RestoreImageFromRecycleBin(ami.imageId()),
            Optional.of(ami.imageId()));
      }
    }
    return new Call(
        one(ACCOUNTS),
        one(REGIONS),
        new RestoreImageFromRecycleBin(TestImages.UNKNOWN),
        Optional.of(TestImages.UNKNOWN));
  }

  /** Mostly one that is neither deregistered nor in the Recycle Bin. */
  private Optional<Ami> anImage(PartitionState state, Region region) {
    boolean anyWillDo = random.nextInt(10) == 0;
    List<Ami> images = images(state, region).stream()
        .filter(ami -> anyWillDo || !ami.isInRecycleBin() && ami.state() != AmiState.DEREGISTERED)
        .toList();
    return images.isEmpty() || random.nextInt(25) == 0
        ? Optional.empty()
        : Optional.of(one(images));
  }

  private Snapshot aSnapshot(PartitionState state, Region region) {
    List<Snapshot> snapshots = snapshots(state, region);
    return snapshots.isEmpty()
        ? Snapshot.builder()
            .snapshotId(SnapshotId.of("snap-0123456789abcdef0"))
            .ownerId(TestRegistry.OWNER)
            .state(SnapshotState.COMPLETED)
            .startTime(TestRegistry.START)
            .volumeSize(8)
            .build()
        : one(snapshots);
  }

  private ImageName name() {
    names++;
    return ImageName.of(random.nextInt(4) == 0 ? "golden" : "golden-" + names);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  static Stream<History> ofEveryMix(long seed) {
    return Stream.of(Mix.values()).map(mix -> of(mix, seed));
  }
}
