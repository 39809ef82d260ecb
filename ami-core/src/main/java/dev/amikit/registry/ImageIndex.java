package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.Filter;
import dev.amikit.query.FilterPattern;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.OrganizationPath;
import dev.amikit.query.UserId;
import dev.amikit.query.Viewer;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What finds images without looking through all of them: by owner, by who may launch them, by name,
 * by tag. The only door through which operations and queries speak to it; it is kept in step by
 * {@link RegionState.Draft}. Images that no query finds (deregistered, in the Recycle Bin) are not
 * in it.
 */
final class ImageIndex {
  private static final String TAG_FILTER = "tag:";
  private static final ImageIndex EMPTY =
      new ImageIndex(HashMap.empty(), HashMap.empty(), HashMap.empty(), NameIndex.empty());

  /** A tag that an account attached. */
  private record TagOf(AccountId account, String key, String value) {
    static TagOf of(AccountId account, Tag tag) {
      return new TagOf(account, tag.key(), tag.value());
    }
  }

  private final Map<AccountId, Set<ImageId>> byOwner;
  private final Map<LaunchPermission, Set<ImageId>> byPermission;
  private final Map<TagOf, Set<ImageId>> byTag;
  private final NameIndex byName;

  private ImageIndex(
      Map<AccountId, Set<ImageId>> byOwner,
      Map<LaunchPermission, Set<ImageId>> byPermission,
      Map<TagOf, Set<ImageId>> byTag,
      NameIndex byName) {
    this.byOwner = byOwner;
    this.byPermission = byPermission;
    this.byTag = byTag;
    this.byName = byName;
  }

  static ImageIndex empty() {
    return EMPTY;
  }

  ImageIndex with(Ami ami) {
    return isFindable(ami) ? changed(ami, Change.ADD) : this;
  }

  ImageIndex without(Ami ami) {
    return isFindable(ami) ? changed(ami, Change.REMOVE) : this;
  }

  /** The index after an image changed; parts that the change does not touch stay. */
  ImageIndex replaced(Ami before, Ami after) {
    return isFindable(before)
            && isFindable(after)
            && before.launchPermissions().equals(after.launchPermissions())
            && before.tags().equals(after.tags())
        ? this
        : without(before).with(after);
  }

  /** The index after an account that is not the owner changed its tags on an image. */
  ImageIndex retagged(AccountId account, ImageId image, Tags before, Tags after) {
    Map<TagOf, Set<ImageId>> tags = byTag;
    for (Tag tag : before) {
      tags = Change.REMOVE.of(tags, TagOf.of(account, tag), image);
    }
    for (Tag tag : after) {
      tags = Change.ADD.of(tags, TagOf.of(account, tag), image);
    }
    return new ImageIndex(byOwner, byPermission, tags, byName);
  }

  /** The images of which the query can find any: those of the most selective part of it. */
  Iterable<ImageId> candidates(ImageQuery query, Viewer viewer) {
    if (!query.imageIds().isEmpty()) {
      return query.imageIds();
    }
    Choice best = visible(viewer);
    if (!query.owners().isEmpty()) {
      best = best.orSmaller(owned(query.owners(), viewer));
    }
    for (Filter filter : query.filters()) {
      best = best.orSmaller(filtered(filter, viewer));
    }
    return best.ids();
  }

  private static boolean isFindable(Ami ami) {
    return ami.state() != AmiState.DEREGISTERED && !ami.isInRecycleBin();
  }

  private ImageIndex changed(Ami ami, Change change) {
    ImageId id = ami.imageId();
    Map<LaunchPermission, Set<ImageId>> permissions = byPermission;
    for (LaunchPermission permission : ami.launchPermissions()) {
      permissions = change.of(permissions, permission, id);
    }
    Map<TagOf, Set<ImageId>> tags = byTag;
    for (Tag tag : ami.tags()) {
      tags = change.of(tags, TagOf.of(ami.ownerId(), tag), id);
    }
    return new ImageIndex(
        change.of(byOwner, ami.ownerId(), id),
        permissions,
        tags,
        ami.name().map(name -> change.of(byName, name.value(), id)).orElse(byName));
  }

  /** What the viewer can see at the most. */
  private Choice visible(Viewer viewer) {
    Choice seen = Choice.of(byOwner.get(viewer.account()).getOrNull());
    seen = seen.and(permitted(LaunchPermission.everyone()));
    seen = seen.and(permitted(LaunchPermission.userId(viewer.account())));
    if (viewer.organization().isPresent()) {
      OrganizationPath place = viewer.organization().get();
      seen = seen.and(permitted(LaunchPermission.organization(place.organization())));
      for (OrganizationalUnitArn unit : place.units()) {
        seen = seen.and(permitted(LaunchPermission.organizationalUnit(unit)));
      }
    }
    return seen;
  }

  private Choice permitted(LaunchPermission permission) {
    return Choice.of(byPermission.get(permission).getOrNull());
  }

  private Optional<Choice> owned(Iterable<UserId> owners, Viewer viewer) {
    Choice owned = Choice.NOTHING;
    for (UserId owner : owners) {
      if (owner.equals(UserId.SELF)) {
        owned = owned.and(Choice.of(byOwner.get(viewer.account()).getOrNull()));
      } else if (AccountId.hasForm(owner.value())) {
        owned = owned.and(Choice.of(byOwner.get(AccountId.of(owner.value())).getOrNull()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(owned);
  }

  private Optional<Choice> filtered(Filter filter, Viewer viewer) {
    Choice found = Choice.NOTHING;
    for (String value : filter.values()) {
      Optional<Choice> one = filtered(filter.name(), FilterPattern.of(value), viewer);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found = found.and(one.get());
    }
    return Optional.of(found);
  }

  private Optional<Choice> filtered(String name, FilterPattern pattern, Viewer viewer) {
    if (name.equals("name")) {
      return named(pattern);
    }
    if (!pattern.isExact()) {
      return Optional.empty();
    }
    String value = pattern.literalPrefix();
    if (name.equals("owner-id")) {
      return Optional.of(
          AccountId.hasForm(value)
              ? Choice.of(byOwner.get(AccountId.of(value)).getOrNull())
              : Choice.NOTHING);
    }
    return name.startsWith(TAG_FILTER)
        ? Optional.of(tagged(name.substring(TAG_FILTER.length()), value, viewer))
        : Optional.empty();
  }

  private Optional<Choice> named(FilterPattern pattern) {
    String prefix = pattern.literalPrefix();
    if (pattern.isExact()) {
      List<ImageId> ids = byName.ofName(prefix);
      return Optional.of(Choice.of(ids.size(), () -> ids));
    }
    return prefix.isEmpty()
        ? Optional.empty()
        : Optional.of(Choice.of(byName.countOfPrefix(prefix), () -> byName.ofPrefix(prefix)));
  }

  private Choice tagged(String key, String value, Viewer viewer) {
    return Choice.of(byTag.get(new TagOf(viewer.account(), key, value)).getOrNull());
  }

  /** To add an image to a part of the index, or to take it out. */
  private enum Change {
    ADD,
    REMOVE;

    <K> Map<K, Set<ImageId>> of(Map<K, Set<ImageId>> index, K key, ImageId id) {
      Set<ImageId> present = index.getOrElse(key, HashSet.empty());
      Set<ImageId> changed = this == ADD ? present.add(id) : present.remove(id);
      return changed.isEmpty() ? index.remove(key) : index.put(key, changed);
    }

    NameIndex of(NameIndex index, String name, ImageId id) {
      return this == ADD ? index.with(name, id) : index.without(name, id);
    }
  }

  /** Images to look through: parts of the index that together have all that is wanted. */
  private record Choice(int size, ImmutableList<Supplier<? extends Iterable<ImageId>>> parts) {
    static final Choice NOTHING = new Choice(0, ImmutableList.of());

    static Choice of(@Nullable Set<ImageId> part) {
      return part == null ? NOTHING : of(part.size(), () -> part);
    }

    static Choice of(int size, Supplier<? extends Iterable<ImageId>> part) {
      return new Choice(size, ImmutableList.of(part));
    }

    Choice and(Choice other) {
      return new Choice(
          size + other.size,
          ImmutableList.<Supplier<? extends Iterable<ImageId>>>builder()
              .addAll(parts)
              .addAll(other.parts)
              .build());
    }

    Choice orSmaller(Optional<Choice> other) {
      return other.isPresent() && other.get().size < size ? other.get() : this;
    }

    Iterable<ImageId> ids() {
      if (parts.size() == 1) {
        return parts.get(0).get();
      }
      java.util.Set<ImageId> each = new LinkedHashSet<>();
      parts.forEach(part -> part.get().forEach(each::add));
      return each;
    }
  }
}
