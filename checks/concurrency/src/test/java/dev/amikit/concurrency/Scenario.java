package dev.amikit.concurrency;

import static dev.amikit.concurrency.Partition.FRIEND;
import static dev.amikit.concurrency.Partition.HERE;
import static dev.amikit.concurrency.Partition.OWNER;
import static dev.amikit.concurrency.Partition.SNAPSHOT;
import static java.util.stream.Collectors.joining;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.RefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * What threads do with few resources at once. An answer is told as text, and so is a refusal, by
 * its code. Two are equal if they have come to the same state.
 */
abstract class Scenario {
  final Partition partition;

  Scenario(Partition partition) {
    this.partition = partition;
  }

  static String told(Supplier<?> call) {
    try {
      return String.valueOf(call.get());
    } catch (RefusedException e) {
      return e.errorCode().toString();
    }
  }

  static String seen(Optional<Ami> image) {
    return image
        .map(ami -> ami.name() + " " + ami.state() + " " + ami.knownLaunchPermissions())
        .orElse("nothing");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scenario scenario
        && partition.state().equals(scenario.partition.state());
  }

  @Override
  public int hashCode() {
    return partition.state().hashCode();
  }

  /** One image is disabled and enabled, shared and no longer shared, and looked at. */
  abstract static class OneImage extends Scenario {
    private final ImageId image;

    OneImage(Partition partition) {
      super(partition);
      image = partition.call(OWNER, Partition.image("golden"));
    }

    @Operation
    public String disable() {
      return told(() -> partition.call(OWNER, new DisableImage(image)));
    }

    @Operation
    public String enable() {
      return told(() -> partition.call(OWNER, new EnableImage(image)));
    }

    @Operation
    public String grant() {
      return modify(ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND)));
    }

    @Operation
    public String revoke() {
      return modify(ModifyLaunchPermission.revoke(LaunchPermission.userId(FRIEND)));
    }

    @Operation
    public String deregister() {
      return told(() -> partition.call(OWNER, new DeregisterImage(image, false)));
    }

    @Operation
    public String describe() {
      return told(() -> seen(partition.describeImage(OWNER, image)));
    }

    @Operation
    public String describeAsFriend() {
      return told(() -> seen(partition.describeImage(FRIEND, image)));
    }

    @Operation
    public String describeLaunchPermission() {
      return told(() -> partition.describeLaunchPermission(image));
    }

    private String modify(ModifyLaunchPermission change) {
      return told(() -> partition.call(OWNER, ModifyImageAttribute.of(image, change)));
    }

    /** In the registry. */
    public static final class InRegistry extends OneImage {
      public InRegistry() {
        super(new Registry());
      }
    }

    /** Where nobody takes care of threads. */
    public static final class Unguarded extends OneImage {
      public Unguarded() {
        super(new Alone());
      }
    }

    /** Where answers come from what was seen last. */
    public static final class Hasty extends OneImage {
      public Hasty() {
        super(new Broken.Hasty());
      }
    }
  }

  /** Images are registered under two names and from one snapshot, which others delete. */
  abstract static class NamesAndSnapshot extends Scenario {
    NamesAndSnapshot(Partition partition) {
      super(partition);
    }

    @Operation
    public String registerGolden() {
      return told(() -> partition.call(OWNER, Partition.image("golden")));
    }

    @Operation
    public String registerSilver() {
      return told(() -> partition.call(OWNER, Partition.image("silver")));
    }

    @Operation
    public String registerGoldenAsFriend() {
      return told(() -> partition.call(FRIEND, Partition.image("golden")));
    }

    @Operation
    public String deleteSnapshot() {
      return told(() -> partition.call(OWNER, new DeleteSnapshot(SNAPSHOT)));
    }

    /** In the registry. */
    public static final class InRegistry extends NamesAndSnapshot {
      public InRegistry() {
        super(new Registry());
      }
    }

    /** Where nobody takes care of threads. */
    public static final class Unguarded extends NamesAndSnapshot {
      public Unguarded() {
        super(new Alone());
      }
    }
  }

  /** Images come with snapshots and go with them, and others look at all of them at once. */
  abstract static class Looks extends Scenario {
    private final ImageId golden;
    private final ImageId silver;

    Looks(Partition partition) {
      super(partition);
      golden = partition.call(OWNER, Partition.image("golden"));
      silver = partition.call(OWNER, Partition.image("silver"));
    }

    @Operation
    public String copy() {
      return told(() -> partition.call(
          OWNER,
          CopyImage.builder()
              .sourceRegion(HERE)
              .sourceImageId(golden)
              .name(ImageName.of("copy"))
              .build()));
    }

    @Operation
    public String deregisterGolden() {
      return told(() -> partition.call(OWNER, new DeregisterImage(golden, true)));
    }

    @Operation
    public String deregisterSilver() {
      return told(() -> partition.call(OWNER, new DeregisterImage(silver, true)));
    }

    @Operation
    public String describeInPages() {
      return told(() -> partition.describeImages().stream().map(Ami::imageId).toList());
    }

    @Operation
    public String look() {
      PartitionState state = partition.state();
      return state
          .images(HERE)
          .sorted(Comparator.comparing(Ami::imageId))
          .map(ami -> ami.state() + " " + snapshots(state, ami))
          .collect(joining(", "));
    }

    private static List<String> snapshots(PartitionState state, Ami ami) {
      return ami.snapshotIds().stream()
          .map(id ->
              state.snapshot(HERE, id).map(stored -> stored.state().toString()).orElse("gone"))
          .toList();
    }

    /** In the registry. */
    public static final class InRegistry extends Looks {
      public InRegistry() {
        super(new Registry());
      }
    }

    /** Where nobody takes care of threads. */
    public static final class Unguarded extends Looks {
      public Unguarded() {
        super(new Alone());
      }
    }

    /** Where operations can be seen half done. */
    public static final class Piecemeal extends Looks {
      public Piecemeal() {
        super(new Broken.Piecemeal());
      }
    }

    /** Where pages shift while they are read. */
    public static final class Shifting extends Looks {
      public Shifting() {
        super(new Broken.Shifting());
      }
    }
  }
}
