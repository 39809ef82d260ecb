package dev.amikit.registry;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.WithdrawPublicPermission;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.LaunchReport;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.s3.StoredImage;
import dev.amikit.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * AWS's side of a registry: what no operation brings about. Work ends when it is told, accounts and
 * organizations change, images and snapshots are put in from outside. For tests, and for whoever
 * loads what there is elsewhere.
 */
public final class Aws {
  /** Lets things happen that depend on the present state and time, and answers. */
  interface Happening {
    <R> R happen(BiFunction<PartitionState, Instant, Outcome<R>> decision);
  }

  private final Happening registry;

  Aws(Happening registry) {
    this.registry = registry;
  }

  private void change(BiFunction<PartitionState, Instant, ImmutableList<RegistryEvent>> events) {
    Return unused = registry.happen((present, now) -> {
      Outcome.Course course = Outcome.from(present);
      for (RegistryEvent event : events.apply(present, now)) {
        course.happens(event);
      }
      return course.done(Return.TRUE);
    });
  }

  /**
   * Puts images in as they are, such as those that were read from elsewhere.
   *
   * @param region where
   * @param images the images as their owners have them
   * @throws IllegalArgumentException if there is an image of the same ID, or if one comes twice;
   *     nothing is put in then
   */
  public void put(Region region, Ami... images) {
    requireNonNull(region, "region");
    requireNonNull(images, "images");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (Ami image : images) {
      events.add(new RegistryEvent.ImageCreated(region, image));
    }
    happen(events.build());
  }

  /**
   * Puts snapshots in as they are, such as those that were read from elsewhere.
   *
   * @param region where
   * @param snapshots the snapshots as their owners have them
   * @throws IllegalArgumentException if there is a snapshot of the same ID, or if one comes twice;
   *     nothing is put in then
   */
  public void put(Region region, Snapshot... snapshots) {
    requireNonNull(region, "region");
    requireNonNull(snapshots, "snapshots");
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (Snapshot snapshot : snapshots) {
      events.add(new RegistryEvent.SnapshotCreated(region, snapshot));
    }
    happen(events.build());
  }

  /**
   * Puts an image that was stored elsewhere into a bucket, such as one of another partition.
   *
   * @param region the Region of the bucket
   * @param objectId the object
   * @param image what it holds
   * @throws IllegalArgumentException if the bucket is in another Region
   */
  public void put(Region region, S3ObjectId objectId, StoredImage image) {
    requireNonNull(region, "region");
    requireNonNull(objectId, "objectId");
    requireNonNull(image, "image");
    happen(new BucketEvent.ObjectPut(region, objectId, image));
  }

  /**
   * Copies an image that is stored in a bucket to another bucket, as S3 copies objects. That is how
   * stored images come to other Regions and partitions.
   *
   * @param from the Region of the bucket
   * @param source the object
   * @param to the Region of the other bucket
   * @param target what the copy is to be
   * @throws IllegalArgumentException if there is no such object, or if the other bucket is in
   *     another Region
   */
  public void copy(Region from, S3ObjectId source, Region to, S3ObjectId target) {
    requireNonNull(from, "from");
    requireNonNull(source, "source");
    requireNonNull(to, "to");
    requireNonNull(target, "target");
    change((present, now) -> {
      Optional<StoredImage> image = present.in(from).buckets().get(source);
      checkArgument(image.isPresent(), "There is no %s in %s", source, from);
      return ImmutableList.of(new BucketEvent.ObjectPut(to, target, image.get()));
    });
  }

  /**
   * Deletes a stored image from its bucket.
   *
   * @param region the Region of the bucket
   * @param objectId the object
   * @throws IllegalArgumentException if there is no such object
   */
  public void delete(Region region, S3ObjectId objectId) {
    requireNonNull(region, "region");
    requireNonNull(objectId, "objectId");
    happen(new BucketEvent.ObjectDeleted(region, objectId));
  }

  /**
   * Tells work in the background to complete, before its time. Work that must fail, by its
   * {@linkplain dev.amikit.registry.operation.CompletionPolicy policy} or because a key cannot be
   * used, fails.
   *
   * @param region where
   * @param subject the image or snapshot that is being made, the snapshot that is being moved
   *     between tiers, the object that an image is being stored as, the fast launch that snapshots
   *     are being made for or removed, or the report on the usage of an image
   * @throws dev.amikit.rule.RefusedException by {@code task.under-way}, if it is unknown or no work
   *     is under way for it
   */
  public void complete(Region region, TaskSubject subject) {
    requireNonNull(region, "region");
    requireNonNull(subject, "subject");
    change((present, now) -> {
      RegionState here = present.in(region);
      return here.work(subject).ended(here, now);
    });
  }

  /**
   * Tells all work in the background to complete, as {@link #complete} does.
   *
   * @return the work that ended, in the order in which it began, of each Region where there was
   *     any; what had a {@linkplain Task#failure() failure} has failed
   */
  public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
    return registry.happen((present, now) -> {
      Outcome.Course course = Outcome.from(present);
      ImmutableMap.Builder<Region, ImmutableList<Task>> ended = ImmutableMap.builder();
      present.regions().sorted().forEach(region -> {
        ImmutableList<Task> here = endAll(course, region, now);
        if (!here.isEmpty()) {
          ended.put(region, here);
        }
      });
      return course.done(ended.buildOrThrow());
    });
  }

  /**
   * Tells all work in the background of a Region to complete, as {@link #complete} does.
   *
   * @param region where
   * @return the work that ended, in the order in which it began; what had a
   *     {@linkplain Task#failure() failure} has failed
   */
  public ImmutableList<Task> completeAll(Region region) {
    requireNonNull(region, "region");
    return registry.happen((present, now) -> {
      Outcome.Course course = Outcome.from(present);
      return course.done(endAll(course, region, now));
    });
  }

  /**
   * Tells work in the background to fail, before its time.
   *
   * @param region where
   * @param subject the image or snapshot that is being made, the snapshot that is being moved
   *     between tiers, the object that an image is being stored as, the fast launch that snapshots
   *     are being made for or removed, or the report on the usage of an image
   * @param reason why it fails
   * @throws dev.amikit.rule.RefusedException by {@code task.under-way}, if it is unknown or no work
   *     is under way for it
   */
  public void fail(Region region, TaskSubject subject, StateReason reason) {
    requireNonNull(region, "region");
    requireNonNull(subject, "subject");
    requireNonNull(reason, "reason");
    change((present, now) -> {
      RegionState here = present.in(region);
      return here.work(subject).failed(here, reason, now);
    });
  }

  /**
   * Lets things happen that no operation brings about: images put in from outside, what AWS knows
   * of an account, a choice of a test.
   *
   * @param events what happens, in this order
   * @throws IllegalArgumentException if one of them cannot happen in the state that it meets;
   *     nothing happens then
   */
  public void happen(RegistryEvent... events) {
    requireNonNull(events, "events");
    happen(ImmutableList.copyOf(events));
  }

  private void happen(ImmutableList<RegistryEvent> events) {
    change((present, now) -> events);
  }

  /**
   * Changes what AWS knows of an account.
   *
   * @param account the account
   * @param change how
   */
  public void changeProfile(AccountId account, UnaryOperator<AccountProfile> change) {
    requireNonNull(change, "change");
    change((present, now) -> ImmutableList.of(
        new RegistryEvent.ProfileChanged(account, change.apply(present.profile(account)))));
  }

  /**
   * Makes an account a member of an organization, or moves it there. Images that are shared with
   * the organization, or with a unit around the new place, are the account's to launch at once.
   *
   * @param account the account
   * @param place its place in the organization
   */
  public void joinOrganization(AccountId account, OrganizationPath place) {
    requireNonNull(account, "account");
    requireNonNull(place, "place");
    changeProfile(
        account, profile -> profile.toBuilder().organizationPath(place).build());
  }

  /**
   * Takes an account out of its organization, and with it what the account had through that.
   *
   * @param account the account
   */
  public void leaveOrganization(AccountId account) {
    requireNonNull(account, "account");
    changeProfile(
        account,
        profile -> profile.toBuilder().organizationPath(Optional.empty()).build());
  }

  /**
   * Subscribes an account to a product.
   *
   * @param account the account
   * @param productCode the code of the product
   */
  public void subscribe(AccountId account, String productCode) {
    requireNonNull(account, "account");
    requireNonNull(productCode, "productCode");
    changeProfile(
        account, profile -> profile.toBuilder().addSubscription(productCode).build());
  }

  /**
   * Ends the subscription of an account to a product.
   *
   * @param account the account
   * @param productCode the code of the product
   */
  public void unsubscribe(AccountId account, String productCode) {
    requireNonNull(account, "account");
    requireNonNull(productCode, "productCode");
    changeProfile(
        account,
        profile -> profile.toBuilder()
            .subscriptions(Sets.difference(profile.subscriptions(), ImmutableSet.of(productCode)))
            .build());
  }

  /**
   * Sets up EC2 for an account in a Region, as no operation could: a declarative policy of its
   * organization, say, or which aliases of KMS keys it has and which keys cannot be used.
   *
   * @param account the account
   * @param region the Region
   * @param change how
   */
  public void changeSettings(
      AccountId account, Region region, UnaryOperator<AccountSettings> change) {
    requireNonNull(change, "change");
    change((present, now) -> ImmutableList.of(new RegistryEvent.SettingsChanged(
        region, account, change.apply(present.settings(region, account)))));
  }

  /**
   * Lets AWS clean up: public images of a Region that are deprecated, and from which nothing was
   * launched for six months, are public no more. That never happens by itself.
   *
   * @param region the Region
   */
  public void withdrawPublicPermissions(Region region) {
    requireNonNull(region, "region");
    change((present, now) -> withdrawals(present.in(region), now));
  }

  /** Ends all work of a Region, and tells what it was. */
  private static ImmutableList<Task> endAll(Outcome.Course course, Region region, Instant now) {
    ImmutableList<Task> work = course.state().in(region).agenda().work().collect(toImmutableList());
    for (Task task : work) {
      RegionState here = course.state().in(region);
      if (here.agenda().task(task.subject()).isPresent()) {
        task.ended(here, now).forEach(course::happens);
      }
    }
    return work;
  }

  private static ImmutableList<RegistryEvent> withdrawals(RegionState here, Instant now) {
    Set<ImageId> justLaunched = here.agenda()
        .tasks()
        .filter(LaunchReport.class::isInstance)
        .map(report -> ((LaunchReport) report).imageId())
        .collect(toImmutableSet());
    return here.images()
        .sharedWithEveryone()
        .filter(ami -> !justLaunched.contains(ami.imageId()))
        .flatMap(ami -> new WithdrawPublicPermission()
            .decide(ami, now).events().stream()
                .map(event -> new RegistryEvent.ImageChanged(here.region(), ami.imageId(), event)))
        .collect(toImmutableList());
  }
}
