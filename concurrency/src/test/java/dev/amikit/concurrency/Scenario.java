package dev.amikit.concurrency;

import static dev.amikit.concurrency.Partition.FRIEND;
import static dev.amikit.concurrency.Partition.OWNER;

import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.DeleteSnapshot;
import dev.amikit.registry.DeregisterImage;
import dev.amikit.registry.DisableImage;
import dev.amikit.registry.EnableImage;
import dev.amikit.registry.ModifyImageAttribute;
import dev.amikit.rule.RefusedException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * What threads do with few resources at once. An answer is told as text, and so is a refusal, by
 * its code.
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
        .map(ami -> ami.name() + " " + ami.state() + " " + ami.launchPermissions())
        .orElse("nothing");
  }

  /** One image is disabled and enabled, shared and no longer shared, and looked at. */
  public static class OneImage extends Scenario {
    private final ImageId image;

    public OneImage() {
      this(new Partition.Shared());
    }

    private OneImage(Partition partition) {
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

    /** The same in one thread. */
    public static final class Alone extends OneImage {
      public Alone() {
        super(new Partition.Sequential());
      }
    }
  }

  /** Images are registered under two names and from one snapshot, which others delete. */
  public static class NamesAndSnapshot extends Scenario {
    public NamesAndSnapshot() {
      this(new Partition.Shared());
    }

    private NamesAndSnapshot(Partition partition) {
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
      return told(() -> partition.call(OWNER, new DeleteSnapshot(Partition.SNAPSHOT)));
    }

    /** The same in one thread. */
    public static final class Alone extends NamesAndSnapshot {
      public Alone() {
        super(new Partition.Sequential());
      }
    }
  }
}
