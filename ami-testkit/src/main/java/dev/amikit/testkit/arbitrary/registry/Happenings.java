package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.image.StateReason;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What happens without a call: what AWS does, what the clock brings, what the owner of a bucket
 * does.
 */
final class Happenings {
  static final StateReason NO_LUCK = new StateReason("Server.InternalError", "No luck");

  private Happenings() {}

  /** An image of an account is there once more as a Windows image; no operation makes one. */
  static Deed.Happening windows(Scene scene) {
    Found<Ami> found = scene.image(Happenings::canBeWindows);
    return found
        .value()
        .filter(Happenings::canBeWindows)
        .map(ami -> windows(scene, found.region(), ami))
        .orElseGet(Happenings::nothing);
  }

  private static boolean canBeWindows(Ami ami) {
    return Scene.isAvailable(ami)
        && ami.hasEbsRoot()
        && ami.architecture().equals(Architecture.X86_64);
  }

  private static Deed.Happening windows(Scene scene, Region region, Ami ami) {
    long serial = scene.state().idsGiven();
    ImageId id = ImageId.of("ami-" + IdSource.counting().digits(serial));
    Ami windows =
        ami.toBuilder().imageId(id).name("windows-" + serial).windows().build();
    return new Deed.Happening(
        "AWS puts the Windows image %s of %s in %s".formatted(id, ami.ownerId(), region),
        ImmutableList.of(
            new RegistryEvent.IdsGiven(1), new RegistryEvent.ImageCreated(region, windows)));
  }

  private static Deed.Happening nothing() {
    return new Deed.Happening("nothing happens", ImmutableList.of());
  }

  /** An account joins the organization, moves in it or leaves it. */
  static Deed.Happening organization(Scene scene) {
    AccountId account = scene.account();
    AccountProfile before = scene.state().profile(account);
    boolean leaves = before.organizationPath().isPresent() && scene.draw().oneIn(2);
    Optional<OrganizationPath> path = leaves
        ? Optional.empty()
        : Optional.of(
            scene.draw().oneIn(2)
                ? OrganizationPath.of(World.ORGANIZATION)
                : OrganizationPath.of(World.ORGANIZATION, World.UNIT));
    return new Deed.Happening(
        "%s %s the organization".formatted(account, leaves ? "leaves" : "joins or moves in"),
        ImmutableList.of(new RegistryEvent.ProfileChanged(
            account, before.toBuilder().organizationPath(path).build())));
  }

  /** A declarative policy takes hold of the settings of an account, or lets go. */
  static Deed.Happening policy(Scene scene) {
    return settings(
        scene,
        "a declarative policy begins or ceases to manage",
        before -> before.toBuilder()
            .managedByDeclarativePolicy(!before.managedByDeclarativePolicy())
            .build());
  }

  /** Now and then the organization manages the settings of every account in every Region. */
  static Deed.Happening policies(Scene scene) {
    if (!scene.draw().oneIn(4)) {
      return nothing();
    }
    ImmutableList.Builder<RegistryEvent> changes = ImmutableList.builder();
    for (Region region : World.REGIONS) {
      for (AccountId account : World.ACCOUNTS) {
        changes.add(new RegistryEvent.SettingsChanged(
            region,
            account,
            scene.state().settings(region, account).toBuilder()
                .managedByDeclarativePolicy(true)
                .build()));
      }
    }
    return new Deed.Happening(
        "a declarative policy manages every account everywhere", changes.build());
  }

  /** A key of an account gets another name, or can be used no more. */
  static Deed.Happening key(Scene scene) {
    boolean isLost = scene.draw().oneIn(3);
    AccountId account = scene.account();
    Region region = scene.region();
    return settings(
        account,
        region,
        scene.state(),
        "a key is %s for".formatted(isLost ? "disabled" : "named alias/golden"),
        before -> isLost
            ? before.toBuilder().addUnusableKmsKey(World.key(account, region)).build()
            : before.toBuilder()
                .kmsAliases(Map.of("alias/golden", World.key(account, region)))
                .build());
  }

  private static Deed.Happening settings(
      Scene scene, String what, UnaryOperator<AccountSettings> change) {
    return settings(scene.account(), scene.region(), scene.state(), what, change);
  }

  private static Deed.Happening settings(
      AccountId account,
      Region region,
      PartitionState state,
      String what,
      UnaryOperator<AccountSettings> change) {
    return new Deed.Happening(
        "%s %s in %s".formatted(what, account, region),
        ImmutableList.of(new RegistryEvent.SettingsChanged(
            region, account, change.apply(state.settings(region, account)))));
  }

  /** The owner of a bucket deletes an object in it, or puts it there once more. */
  static Deed.Happening object(Scene scene) {
    Found<S3ObjectId> found = S3Calls.object(scene);
    return found
        .value()
        .flatMap(object -> scene.state().in(found.region()).buckets().get(object))
        .map(image -> scene.draw().oneIn(3)
            ? new Deed.Happening(
                "%s is copied in its bucket".formatted(found.value().orElseThrow()),
                ImmutableList.of(new BucketEvent.ObjectPut(
                    found.region(),
                    new S3ObjectId(found.value().orElseThrow().bucket(), "copy.bin"),
                    image)))
            : new Deed.Happening(
                "%s is deleted".formatted(found.value().orElseThrow()),
                ImmutableList.of(
                    new BucketEvent.ObjectDeleted(found.region(), found.value().orElseThrow()))))
        .orElseGet(Happenings::nothing);
  }

  /** All work ends. */
  static Deed.Happening complete(Scene scene) {
    Outcome.Course course = Outcome.from(scene.state());
    List<Object> ended = new ArrayList<>();
    for (Region region : World.REGIONS) {
      List<Task> work = course.state().in(region).agenda().work().toList();
      for (Task task : work) {
        RegionState here = course.state().in(region);
        if (here.agenda().task(task.subject()).isPresent()) {
          task.ended(here, scene.now()).forEach(course::happens);
          ended.add(task.subject());
        }
      }
    }
    return new Deed.Happening(
        "work on %s ends".formatted(ended), course.done(Return.TRUE).events());
  }

  /** Some work fails. */
  static Deed.Happening fail(Scene scene) {
    for (Region region : World.REGIONS) {
      RegionState here = scene.state().in(region);
      List<Task> work = here.agenda().work().toList();
      if (!work.isEmpty()) {
        Task task = scene.draw().newest(work);
        return new Deed.Happening(
            "work on %s fails".formatted(task.subject()), task.failed(here, NO_LUCK, scene.now()));
      }
    }
    return nothing();
  }

  /** A day and an hour go by. */
  static Deed.Passing day(Scene scene) {
    return new Deed.Passing(Duration.ofHours(25));
  }

  /** Ten weeks go by. */
  static Deed.Passing season(Scene scene) {
    return new Deed.Passing(Duration.ofDays(70));
  }

  /** Time goes by. */
  static Deed.Passing time(Scene scene) {
    return new Deed.Passing(scene
        .draw()
        .one(List.of(
            Duration.ofMinutes(7),
            Duration.ofHours(5),
            Duration.ofHours(25),
            Duration.ofDays(9),
            Duration.ofDays(70))));
  }
}
