package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
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
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The operations on images. */
final class ImageCalls {
  static final ImageId NO_IMAGE = ImageId.of("ami-0123456789abcdef0");
  static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  static final DeviceName DATA = DeviceName.of("/dev/sdf");

  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(RegisterImage.class, drawn(ImageCalls::register))
          .put(CopyImage.class, drawn(ImageCalls::copy, ImageCalls::register))
          .put(
              CreateImage.class,
              drawn(ImageCalls::create, ImageCalls::register, InstanceCalls::run))
          .put(DeregisterImage.class, drawn(ImageCalls::deregister, ImageCalls::register))
          .put(DisableImage.class, drawn(ImageCalls::disable, ImageCalls::register))
          .put(
              EnableImage.class,
              drawn(ImageCalls::enable, ImageCalls::register, ImageCalls::disable))
          .put(EnableImageDeprecation.class, drawn(ImageCalls::deprecate, ImageCalls::register))
          .put(
              DisableImageDeprecation.class,
              drawn(
                  scene -> on(scene.image(Scene::isLive), DisableImageDeprecation::new),
                  ImageCalls::register,
                  ImageCalls::deprecate))
          .put(
              EnableImageDeregistrationProtection.class,
              drawn(ImageCalls::protect, ImageCalls::register))
          .put(
              DisableImageDeregistrationProtection.class,
              drawn(
                  scene ->
                      on(scene.image(Scene::isLive), DisableImageDeregistrationProtection::new),
                  ImageCalls::register,
                  ImageCalls::protect))
          .put(AttachImageWatermark.class, drawn(ImageCalls::mark, ImageCalls::register))
          .put(
              DetachImageWatermark.class,
              drawn(ImageCalls::unmark, ImageCalls::register, ImageCalls::mark))
          .put(ModifyImageAttribute.class, drawn(ImageCalls::modify, ImageCalls::register))
          .put(
              ResetImageAttribute.class,
              drawn(ImageCalls::reset, ImageCalls::register, ImageCalls::share))
          .put(
              CancelImageLaunchPermission.class,
              drawn(ImageCalls::cancel, ImageCalls::register, ImageCalls::share, ImageCalls::share))
          .put(
              DescribeImageAttribute.class,
              drawn(ImageCalls::describeAttribute, ImageCalls::register))
          .put(
              GetImageAncestry.class,
              drawn(
                  scene -> on(scene.image(Scene::isLive), GetImageAncestry::new),
                  ImageCalls::register,
                  ImageCalls::copy))
          .put(DescribeImages.class, drawn(ImageCalls::describe, ImageCalls::register))
          .buildOrThrow();

  private ImageCalls() {}

  static Deed.Call on(Found<Ami> found, Function<ImageId, Operation<?>> operation) {
    ImageId id = found.get(Ami::imageId, NO_IMAGE);
    return found.calls(operation.apply(id), id);
  }

  static Deed.Call register(Scene scene) {
    Draw draw = scene.draw();
    Found<Snapshot> root = scene.snapshot(Scene::isUsable);
    RegisterImage.Builder request = RegisterImage.builder()
        .name(scene.name())
        .architecture(draw.oneIn(4) ? Architecture.ARM64 : Architecture.X86_64)
        .tagSpecifications(scene.tagSpecifications(TagSpecification.IMAGE));
    if (draw.oneIn(4)) {
      request.description(scene.text());
    }
    boolean isUefi = draw.oneIn(6);
    boolean hasTpm = draw.oneIn(2);
    boolean isV2 = draw.oneIn(6);
    boolean isEna = draw.oneIn(3);
    boolean hasData = draw.oneIn(5);
    if (draw.oneIn(12)) {
      return root.calls(request.imageLocation("my-bucket/golden.manifest.xml").build());
    }
    request
        .virtualizationType(VirtualizationType.HVM)
        .rootDeviceName(ROOT)
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            ROOT,
            EbsBlockDevice.ofSnapshot(root.get(Snapshot::snapshotId, SnapshotCalls.NO_SNAPSHOT))));
    if (hasData) {
      request.addBlockDeviceMapping(
          BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 1 + draw.below(20))));
    }
    if (isUefi) {
      request.bootMode(BootMode.UEFI);
      if (hasTpm) {
        request.tpmSupport(TpmSupport.V2_0);
      }
    }
    if (isV2) {
      request.imdsSupport(ImdsSupport.V2_0);
    }
    if (isEna) {
      request.enaSupport(true);
    }
    return root.calls(request.build());
  }

  static Deed.Call copy(Scene scene) {
    Draw draw = scene.draw();
    Found<Ami> source = scene.image(Scene::isAvailable);
    CopyImage.Builder request = copyOf(source, scene)
        .copyImageTags(draw.oneIn(2))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.IMAGE));
    if (draw.oneIn(4)) {
      request.encrypted(true);
    }
    if (draw.oneIn(6)) {
      request.clientToken("token-" + draw.below(3));
    }
    return new Deed.Call(source.caller(), scene.region(), request.build(), Optional.empty());
  }

  static Deed.Call copyByToken(Scene scene) {
    Found<Ami> source = scene.image(Scene::isAvailable);
    return source.calls(
        copyOf(source, scene).clientToken("token-" + scene.draw().below(3)).build());
  }

  private static CopyImage.Builder copyOf(Found<Ami> source, Scene scene) {
    return CopyImage.builder()
        .sourceRegion(source.region())
        .sourceImageId(source.get(Ami::imageId, NO_IMAGE))
        .name(scene.name());
  }

  static Deed.Call create(Scene scene) {
    Draw draw = scene.draw();
    Found<Instance> instance = scene.instance(
        it -> it.state() == InstanceState.RUNNING || it.state() == InstanceState.STOPPED);
    return instance.calls(CreateImage.builder()
        .instanceId(instance.get(Instance::instanceId, InstanceCalls.NO_INSTANCE))
        .name(scene.name())
        .noReboot(draw.oneIn(2))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.IMAGE))
        .build());
  }

  static Deed.Call deregister(Scene scene) {
    Found<Ami> found = scene.image(ami -> Scene.isLive(ami) && !ami.isProtectedAt(scene.now()));
    boolean alsoSnapshots = scene.draw().oneIn(2);
    return on(found, id -> new DeregisterImage(id, alsoSnapshots));
  }

  /** Deregisters one that a retention rule keeps. */
  static Deed.Call bin(Scene scene) {
    Found<Ami> found = scene.imageWhere((here, ami) -> Scene.isLive(ami)
        && ami.hasEbsRoot()
        && here.accounts()
            .retention(ami.ownerId(), ResourceType.EC2_IMAGE, ami.tags())
            .isPresent());
    return on(found, id -> new DeregisterImage(id, false));
  }

  static Deed.Call disable(Scene scene) {
    return on(scene.image(Scene::isAvailable), DisableImage::new);
  }

  static Deed.Call enable(Scene scene) {
    return on(
        scene.image(ami -> Scene.isLive(ami) && ami.state() == AmiState.DISABLED),
        EnableImage::new);
  }

  static Deed.Call deprecate(Scene scene) {
    Found<Ami> found = scene.image(Scene::isLive);
    boolean isPast = scene.draw().oneIn(10);
    Duration ahead = Duration.ofDays(isPast ? -2 : 1 + scene.draw().below(900));
    return on(found, id -> EnableImageDeprecation.of(id, scene.now().plus(ahead)));
  }

  static Deed.Call protect(Scene scene) {
    boolean hasCooldown = scene.draw().oneIn(2);
    Found<Ami> found = scene.image(ami -> Scene.isLive(ami)
        && ami.deregistrationProtection()
            .filter(protection -> protection.protectsAt(scene.now()))
            .filter(DeregistrationProtection.enabledWithCooldown()::equals)
            .isEmpty());
    return on(found, id -> new EnableImageDeregistrationProtection(id, hasCooldown));
  }

  static Deed.Call mark(Scene scene) {
    String name =
        scene.draw().oneIn(scene.seldom()) ? "no" : "mark-" + scene.draw().below(7);
    return on(
        scene.image(ami -> Scene.isAvailable(ami) && !ami.isPublic()),
        id -> new AttachImageWatermark(id, name));
  }

  static Deed.Call unmark(Scene scene) {
    Found<Ami> found = scene.image(ami -> !ami.imageWatermarks().isEmpty());
    WatermarkKey key = found
        .value()
        .flatMap(ami -> ami.imageWatermarks().stream().findFirst())
        .map(ImageWatermark::watermarkKey)
        .orElse(new WatermarkKey(found.caller(), "mark-1"));
    return on(found, id -> new DetachImageWatermark(id, key));
  }

  static Deed.Call modify(Scene scene) {
    Draw draw = scene.draw();
    return switch (draw.below(8)) {
      case 7 ->
        on(
            scene.image(ami -> !ami.knownLaunchPermissions().isEmpty()),
            id -> ModifyImageAttribute.of(
                id,
                ModifyLaunchPermission.revoke(
                    LaunchPermission.everyone(), LaunchPermission.userId(scene.account()))));
      case 6 ->
        on(
            scene.image(Scene::isAvailable),
            id -> ModifyImageAttribute.builder()
                .imageId(id)
                .imdsSupport(ImdsSupport.V2_0)
                .build());
      case 4, 5 ->
        on(
            scene.image(Scene::isAvailable),
            id -> ModifyImageAttribute.builder()
                .imageId(id)
                .description(scene.text())
                .build());
      case 3 -> publish(scene);
      default -> share(scene);
    };
  }

  /** Shares one with an account, the organization or a unit of it. */
  static Deed.Call share(Scene scene) {
    AccountId account = scene.account();
    LaunchPermission permission = switch (scene.draw().below(6)) {
      case 5 -> LaunchPermission.organizationalUnit(World.UNIT);
      case 4 -> LaunchPermission.organization(World.ORGANIZATION);
      default -> LaunchPermission.userId(account);
    };
    return on(
        scene.image(Scene::isAvailable),
        id -> ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(permission)));
  }

  static Deed.Call publish(Scene scene) {
    return on(
        scene.image(Scene::isAvailable),
        id ->
            ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(LaunchPermission.everyone())));
  }

  private static Deed.Call reset(Scene scene) {
    ImageAttributeName attribute = scene.draw().oneIn(10)
        ? ImageAttributeName.DESCRIPTION
        : ImageAttributeName.LAUNCH_PERMISSION;
    return on(scene.image(Scene::isAvailable), id -> new ResetImageAttribute(id, attribute));
  }

  /** Whom an image was shared with gives that up. */
  private static Deed.Call cancel(Scene scene) {
    Found<Ami> found = scene.image(ami -> sharedWith(ami).isPresent());
    ImageId id = found.get(Ami::imageId, NO_IMAGE);
    AccountId caller = found.value().flatMap(ImageCalls::sharedWith).orElse(found.caller());
    return new Deed.Call(
        caller, found.region(), new CancelImageLaunchPermission(id), Optional.of(id));
  }

  private static Optional<AccountId> sharedWith(Ami ami) {
    return World.ACCOUNTS.stream()
        .filter(account -> !account.equals(ami.ownerId()))
        .filter(account -> ami.knownLaunchPermissions().contains(LaunchPermission.userId(account)))
        .findFirst();
  }

  private static Deed.Call describeAttribute(Scene scene) {
    ImageAttributeName attribute = scene.draw().one(List.of(ImageAttributeName.values()));
    return on(scene.image(Scene::isAvailable), id -> DescribeImageAttribute.of(id, attribute));
  }

  private static Deed.Call describe(Scene scene) {
    Draw draw = scene.draw();
    Found<Ami> found = scene.image(Scene::isLive);
    ImageId id = found.get(Ami::imageId, NO_IMAGE);
    ImageQuery.Builder query = ImageQuery.builder()
        .includeDisabled(draw.oneIn(2))
        .includeDeprecated(draw.oneIn(2))
        .filters(scene.knownFilters(
            Filter.of("state", "available"),
            Filter.of("name", "golden-*"),
            Filter.of("tag:env", "a", "b"),
            Filter.of("is-public", "true"),
            Filter.of("owner-id", found.caller().toString()),
            Filter.of("architecture", "x86_64", "arm64"),
            Filter.of("root-device-type", "ebs"),
            Filter.of("block-device-mapping.snapshot-id", "snap-*")));
    boolean isOwn = draw.oneIn(3);
    boolean isExecutable = draw.oneIn(8);
    if (draw.oneIn(3)) {
      return found.calls(new DescribeImages(query.addImageId(id).build()), id);
    }
    if (isOwn) {
      query.owners(ImmutableSet.of(UserId.SELF));
    }
    if (isExecutable) {
      query.executableUsers(ImmutableSet.of(UserId.SELF));
    }
    return found.calls(new DescribeImages(query.build().on(scene.page())));
  }
}
