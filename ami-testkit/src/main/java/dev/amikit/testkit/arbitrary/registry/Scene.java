package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.registry.Draw;
import dev.amikit.usage.ImageUsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is when a deed is chosen, and the choices. Most of what is found fits and is its
 * caller's own; now and then it does not fit, is not there, or belongs to someone else.
 *
 * @param state all that there is
 * @param now the time
 * @param seldom one time out of how many something is wrong
 * @param draw the choices
 */
record Scene(PartitionState state, Instant now, int seldom, Draw draw) {
  /**
   * Something of an account in a Region, or a place where it is not.
   *
   * @param caller who calls: mostly the account that it belongs to
   * @param region where it is, or is not
   * @param value what was found; empty if it is not there
   */
  record Found<T>(AccountId caller, Region region, Optional<T> value) {
    <V> V get(Function<T, V> member, V otherwise) {
      return value.map(member).orElse(otherwise);
    }

    Deed.Call calls(Operation<?> operation) {
      return new Deed.Call(caller, region, operation, Optional.empty());
    }

    /** Calls an operation on an image. */
    Deed.Call calls(Operation<?> operation, ImageId imageId) {
      return new Deed.Call(caller, region, operation, Optional.of(imageId));
    }
  }

  /** A caller in a Region, for what is about nothing that is there. */
  Found<Object> someone() {
    return new Found<>(account(), region(), Optional.empty());
  }

  AccountId account() {
    return draw.one(World.ACCOUNTS);
  }

  Region region() {
    return draw.oneIn(3) ? draw.one(World.REGIONS) : World.REGIONS.get(0);
  }

  Found<Ami> image(Predicate<Ami> fit) {
    return imageWhere((here, ami) -> fit.test(ami));
  }

  Found<Ami> imageWhere(BiPredicate<RegionState, Ami> fit) {
    return find(here -> here.images().all(), Comparator.comparing(Ami::imageId), Ami::ownerId, fit);
  }

  /** One that is neither deregistered nor in the Recycle Bin. */
  static boolean isLive(Ami ami) {
    return !ami.isInRecycleBin() && ami.state() != AmiState.DEREGISTERED;
  }

  static boolean isAvailable(Ami ami) {
    return !ami.isInRecycleBin() && ami.state() == AmiState.AVAILABLE;
  }

  Found<Snapshot> snapshot(Predicate<Snapshot> fit) {
    return snapshotWhere((here, snapshot) -> fit.test(snapshot));
  }

  Found<Snapshot> snapshotWhere(BiPredicate<RegionState, Snapshot> fit) {
    return find(
        here -> here.snapshots().all(),
        Comparator.comparing(Snapshot::snapshotId),
        Snapshot::ownerId,
        fit);
  }

  /** One from which a volume could be made now. */
  static boolean isUsable(Snapshot snapshot) {
    return snapshot.state().equals(SnapshotState.COMPLETED)
        && !snapshot.isInRecycleBin()
        && !snapshot.isArchived();
  }

  Found<Instance> instance(Predicate<Instance> fit) {
    return find(
        here -> here.instances().all(),
        Comparator.comparing(Instance::instanceId),
        Instance::ownerId,
        (here, instance) -> fit.test(instance));
  }

  Found<Volume> volume(BiPredicate<RegionState, Volume> fit) {
    return find(
        here -> here.volumes().all(), Comparator.comparing(Volume::volumeId), Volume::ownerId, fit);
  }

  Found<ImageUsageReport> usageReport() {
    return ofAccounts(
        (here, account) -> here.usageReports().ownedBy(account),
        Comparator.comparing(ImageUsageReport::reportId),
        report -> true);
  }

  Found<RetentionRule> retentionRule(Predicate<RetentionRule> fit) {
    return ofAccounts(
        (here, account) -> here.accounts().retentionRules(account),
        Comparator.comparing(RetentionRule::identifier),
        rule -> fit.test(rule.at(now)));
  }

  /** Something that an account has, but that does not say of which account it is. */
  <T> Found<T> ofAccounts(Owned<T> all, Comparator<T> order, Predicate<T> fit) {
    record OfAccount<T>(AccountId account, T value) {}
    Found<OfAccount<T>> found = find(
        here -> World.ACCOUNTS.stream()
            .flatMap(
                account -> all.in(here, account).map(value -> new OfAccount<>(account, value))),
        Comparator.comparing(OfAccount::value, order),
        OfAccount::account,
        (here, owned) -> fit.test(owned.value()));
    return new Found<>(found.caller(), found.region(), found.value().map(OfAccount::value));
  }

  /** What an account has in a Region. */
  interface Owned<T> {
    Stream<T> in(RegionState here, AccountId account);
  }

  private <T> Found<T> find(
      Function<RegionState, Stream<T>> all,
      Comparator<T> order,
      Function<T, AccountId> owner,
      BiPredicate<RegionState, T> fit) {
    record There<T>(Region region, T value) {}
    boolean anyWillDo = draw.oneIn(seldom);
    boolean noneWillDo = draw.oneIn(seldom);
    boolean isSomeoneElse = draw.oneIn(seldom);
    Found<T> nothing = new Found<>(account(), region(), Optional.empty());
    if (noneWillDo) {
      return nothing;
    }
    List<There<T>> there = new ArrayList<>();
    for (Region region : World.REGIONS) {
      RegionState here = state.in(region);
      all.apply(here)
          .filter(value -> anyWillDo || fit.test(here, value))
          .sorted(order)
          .forEach(value -> there.add(new There<>(region, value)));
    }
    if (there.isEmpty()) {
      return nothing;
    }
    There<T> one = there.get(draw.below(there.size()));
    AccountId caller = isSomeoneElse ? nothing.caller() : owner.apply(one.value());
    return new Found<>(caller, one.region(), Optional.of(one.value()));
  }

  /** A new name, or now and then one that may be taken. */
  ImageName name() {
    return ImageName.of(draw.oneIn(seldom) ? "golden" : "golden-" + (state.idsGiven() + 1));
  }

  String text() {
    return "description " + draw.below(9);
  }

  /** Tags for what is made, seldom for what is not. */
  ImmutableList<TagSpecification> tagSpecifications(String type) {
    boolean areGiven = draw.oneIn(4);
    boolean areOfAnother = draw.oneIn(seldom);
    TagSpecification given =
        new TagSpecification(areOfAnother ? "subnet" : type, Tags.of(draw.tag()));
    return areGiven ? ImmutableList.of(given) : ImmutableList.of();
  }

  /** Mostly the first page, however long; seldom with a token that was never given. */
  PageRequest page() {
    boolean isCut = draw.oneIn(4);
    int size = 5 + draw.below(50);
    PageRequest page = isCut ? PageRequest.of(size) : PageRequest.first();
    return draw.oneIn(seldom) ? page.after("no-such-token") : page;
  }

  /** Up to one of some filters; seldom one that there is not. */
  ImmutableList<Filter> filters(Filter... all) {
    ImmutableList<Filter> known = knownFilters(all);
    return draw.oneIn(seldom) ? ImmutableList.of(Filter.of("no-such-filter", "1")) : known;
  }

  /** Up to one of some filters. */
  ImmutableList<Filter> knownFilters(Filter... all) {
    boolean isGiven = draw.oneIn(3);
    Filter one = draw.one(ImmutableList.copyOf(all));
    return isGiven ? ImmutableList.of(one) : ImmutableList.of();
  }

  /** Nothing, or one ID; a listing of one ID is not cut in pages. */
  <I> Optional<I> id(I one) {
    return draw.oneIn(3) ? Optional.of(one) : Optional.empty();
  }
}
