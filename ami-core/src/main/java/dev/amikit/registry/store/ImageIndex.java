package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What finds images without looking through all of them. The only door through which operations and
 * queries speak to it; it is kept in step by the shelf of its Region, and knows images by their
 * rows in the {@link Table}.
 */
public final class ImageIndex {
  private static final ImmutableSet<UserId> PUBLIC = ImmutableSet.of(UserId.ALL);

  /** So few images of a name are looked at before anything else is looked up. */
  private static final int FEW_NAMES = 32;

  private static final ImageIndex EMPTY = new ImageIndex(
      Postings.by(Ami::ownerId),
      Postings.by(Ami::state, ImageIndex::filterableState),
      Postings.by(ami -> ami.architecture().word()),
      Postings.byEach(Ami::knownLaunchPermissions),
      Postings.by(Ami::tags, ami -> OwnTag.each(ami.ownerId(), ami.tags())),
      NameIndex.empty(),
      Postings.by(Ami::blockDeviceMappings, Ami::snapshotIds),
      Postings.by(Ami::ownerId));

  // Of images that a query can find:
  private final Postings<Ami, AccountId> byOwner;
  private final Postings<Ami, String> byState;
  private final Postings<Ami, String> byArchitecture;
  private final Postings<Ami, LaunchPermission> byPermission;
  private final Postings<Ami, OwnTag> byTag;
  private final NameIndex byName;

  // Of images in the Recycle Bin as well, or only of those:
  private final Postings<Ami, SnapshotId> bySnapshot;
  private final Postings<Ami, AccountId> binnedByOwner;

  private ImageIndex(
      Postings<Ami, AccountId> byOwner,
      Postings<Ami, String> byState,
      Postings<Ami, String> byArchitecture,
      Postings<Ami, LaunchPermission> byPermission,
      Postings<Ami, OwnTag> byTag,
      NameIndex byName,
      Postings<Ami, SnapshotId> bySnapshot,
      Postings<Ami, AccountId> binnedByOwner) {
    this.byOwner = byOwner;
    this.byState = byState;
    this.byArchitecture = byArchitecture;
    this.byPermission = byPermission;
    this.byTag = byTag;
    this.byName = byName;
    this.bySnapshot = bySnapshot;
    this.binnedByOwner = binnedByOwner;
  }

  public static ImageIndex empty() {
    return EMPTY;
  }

  /** The index after the image in a row has come, changed or gone. */
  public ImageIndex changed(int row, @Nullable Ami before, @Nullable Ami after) {
    if (before != null && after != null && isFoundAlike(before, after)) {
      return this;
    }
    Ami was = isFindable(before) ? before : null;
    Ami is = isFindable(after) ? after : null;
    return new ImageIndex(
        byOwner.changed(row, was, is),
        byState.changed(row, was, is),
        byArchitecture.changed(row, was, is),
        byPermission.changed(row, was, is),
        byTag.changed(row, was, is),
        renamed(row, was, is),
        bySnapshot.changed(
            row, isRegistered(before) ? before : null, isRegistered(after) ? after : null),
        binnedByOwner.changed(
            row, isBinned(before) ? before : null, isBinned(after) ? after : null));
  }

  /** The index after an account that is not the owner changed its tags on an image. */
  public ImageIndex retagged(int row, AccountId account, Tags before, Tags after) {
    return new ImageIndex(
        byOwner,
        byState,
        byArchitecture,
        byPermission,
        byTag.changed(row, OwnTag.each(account, before), OwnTag.each(account, after)),
        byName,
        bySnapshot,
        binnedByOwner);
  }

  /** The images of an account that have a name and can be found. */
  public ImmutableIntArray named(AccountId owner, ImageName name) {
    return byName.ofName(name.value(), owner);
  }

  /** The images that name a snapshot, also those in the Recycle Bin. */
  public Rows using(SnapshotId snapshot) {
    return bySnapshot.of(snapshot);
  }

  /** The images that anybody may launch and find. */
  public Rows withEveryone() {
    return byPermission.of(LaunchPermission.everyone());
  }

  /** The images of an account that lie in the Recycle Bin. */
  public Rows binned(AccountId owner) {
    return binnedByOwner.of(owner);
  }

  /** Where to look for the images that the query finds, whatever IDs it names. */
  public Narrowed candidates(ImageQuery query, Viewer viewer, Table<ImageId, Ami> images) {
    Optional<Narrowed> few = named(query, FEW_NAMES);
    if (few.isPresent()) {
      return few.get();
    }
    Narrowing narrowing = new Narrowing(viewer.account(), byOwner, byTag);
    narrowing.to(visible(viewer));
    narrowing.toOwned(query.owners());
    if (query.executableUsers().equals(PUBLIC)) {
      narrowing.to(ImmutableList.of(byPermission.of(LaunchPermission.everyone())));
    }
    for (Filter filter : query.filters()) {
      narrowing.toFiltered(filter, (name, value) -> filtered(name, value, images));
    }
    return named(query, narrowing.atMost()).orElseGet(narrowing::narrowed);
  }

  /** The images of a filter of the query for names, if one finds no more than so many. */
  private Optional<Narrowed> named(ImageQuery query, int atMost) {
    for (Filter filter : query.filters()) {
      Optional<Narrowed> named = named(filter, atMost);
      if (named.isPresent()) {
        return named;
      }
    }
    return Optional.empty();
  }

  private static ImmutableList<String> filterableState(Ami ami) {
    return ami.state().isFilterable()
        ? ImmutableList.of(ami.state().toString())
        : ImmutableList.of();
  }

  private static boolean isRegistered(@Nullable Ami ami) {
    return ami != null && ami.state() != AmiState.DEREGISTERED;
  }

  private static boolean isBinned(@Nullable Ami ami) {
    return ami != null && ami.isInRecycleBin();
  }

  private static boolean isFindable(@Nullable Ami ami) {
    return isRegistered(ami) && !isBinned(ami);
  }

  /** Whether a change left alone all that the index looks at. */
  private static boolean isFoundAlike(Ami before, Ami after) {
    return before.state() == after.state()
        && before.recycleBinStay().equals(after.recycleBinStay())
        && before.launchPermissions().equals(after.launchPermissions())
        && before.tags().equals(after.tags())
        && before.blockDeviceMappings().equals(after.blockDeviceMappings())
        && before.name().equals(after.name())
        && before.ownerId().equals(after.ownerId())
        && before.architecture().equals(after.architecture());
  }

  private NameIndex renamed(int row, @Nullable Ami was, @Nullable Ami is) {
    if (was != null && is != null && was.name().equals(is.name())) {
      return byName;
    }
    NameIndex renamed = byName;
    if (was != null && was.name().isPresent()) {
      renamed = renamed.without(was.name().get().value(), was.ownerId(), row);
    }
    if (is != null && is.name().isPresent()) {
      renamed = renamed.with(is.name().get().value(), is.ownerId(), row);
    }
    return renamed;
  }

  /** What the viewer can see at the most. */
  private ImmutableList<Rows> visible(Viewer viewer) {
    ImmutableList.Builder<Rows> visible = ImmutableList.builder();
    visible.add(byOwner.of(viewer.account()));
    visible.add(byPermission.of(LaunchPermission.everyone()));
    visible.add(byPermission.of(LaunchPermission.userId(viewer.account())));
    if (viewer.organization().isPresent()) {
      OrganizationPath place = viewer.organization().get();
      visible.add(byPermission.of(LaunchPermission.organization(place.organization())));
      for (OrganizationalUnitArn unit : place.units()) {
        visible.add(byPermission.of(LaunchPermission.organizationalUnit(unit)));
      }
    }
    return visible.build();
  }

  /** The images that a filter finds by a whole text; empty if there is no index for it. */
  private Optional<Rows> filtered(String name, String value, Table<ImageId, Ami> images) {
    return switch (name) {
      case "state" -> Optional.of(byState.of(value));
      case "architecture" -> Optional.of(byArchitecture.of(value));
      case "block-device-mapping.snapshot-id" ->
        Optional.of(SnapshotId.tryParse(value).map(bySnapshot::of).orElse(Rows.none()));
      case "image-id" -> Optional.of(ImageId.tryParse(value).map(images::rows).orElse(Rows.none()));
      default -> Optional.empty();
    };
  }

  /** The images of a filter for names, if they are no more than so many and easily found. */
  private Optional<Narrowed> named(Filter filter, int atMost) {
    if (!filter.name().equals("name")) {
      return Optional.empty();
    }
    ImmutableIntArray.Builder found = ImmutableIntArray.builder();
    int left = atMost;
    boolean isExactly = true;
    for (String value : filter.values()) {
      FilterPattern pattern = FilterPattern.of(value);
      Optional<ImmutableIntArray> rows = named(pattern, left);
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(rows.get());
      left -= rows.get().length();
      isExactly &= pattern.isExact() || pattern.isPrefix();
    }
    return Optional.of(new Narrowed(
        filter.values().size() == 1 ? found.build() : distinct(found.build()),
        isExactly ? ImmutableList.of(filter) : ImmutableList.of(),
        false));
  }

  private static ImmutableIntArray distinct(ImmutableIntArray rows) {
    return ImmutableIntArray.copyOf(rows.stream().distinct());
  }

  private Optional<ImmutableIntArray> named(FilterPattern pattern, int atMost) {
    String prefix = pattern.literalPrefix();
    if (pattern.isExact()) {
      return byName.ofName(prefix, atMost);
    }
    return prefix.isEmpty() ? Optional.empty() : byName.ofPrefix(prefix, atMost);
  }
}
