package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.AccountId;
import dev.amikit.id.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The rows that a query can find, made fewer part by part of the query, the narrowest first. */
final class Narrowing {
  /** To look at so few resources is no more work than to look for them in a set. */
  private static final int FEW_ENOUGH_TO_SCAN = 512;

  /**
   * A part of a query: what is found lies in any of its sets.
   *
   * @param size how many rows the sets have at the most
   * @param answered the filters that this answers
   * @param areOwned whether this answers whose the resources are
   */
  private record AnyOf(
      ImmutableList<Rows> sets, int size, ImmutableList<Filter> answered, boolean areOwned) {
    static AnyOf of(ImmutableList<Rows> sets, ImmutableList<Filter> answered, boolean areOwned) {
      int size = 0;
      for (Rows set : sets) {
        size += set.size();
      }
      return new AnyOf(sets, size, answered, areOwned);
    }

    boolean has(Rows rows) {
      for (Rows set : sets) {
        if (set == rows) {
          return true;
        }
      }
      return false;
    }

    Rows all() {
      Rows all = Rows.none();
      for (Rows set : sets) {
        all = Rows.union(all, set);
      }
      return all;
    }

    Rows within(Rows rows) {
      Rows within = Rows.none();
      for (Rows set : sets) {
        within = Rows.union(within, Rows.intersection(rows, set));
      }
      return within;
    }
  }

  private final AccountId viewer;
  private final Postings<?, AccountId> byOwner;
  private final Postings<?, OwnTag> byTag;
  private final List<AnyOf> parts = new ArrayList<>();

  /** Begins with all that is owned and tagged, for an account that asks. */
  Narrowing(AccountId viewer, Postings<?, AccountId> byOwner, Postings<?, OwnTag> byTag) {
    this.viewer = viewer;
    this.byOwner = byOwner;
    this.byTag = byTag;
  }

  /** Adds that what is found lies in one of some sets. */
  void to(ImmutableList<Rows> sets) {
    parts.add(AnyOf.of(sets, ImmutableList.of(), false));
  }

  /** Adds that one of the owners, if any are named, has what is found. */
  void toOwned(Set<UserId> owners) {
    ImmutableList.Builder<Rows> owned = ImmutableList.builder();
    for (UserId owner : owners) {
      if (owner.equals(UserId.SELF)) {
        owned.add(byOwner.of(viewer));
      } else if (owner.isAccount()) {
        owned.add(byOwner.of(AccountId.of(owner.value())));
      } else {
        return; // an alias, which many accounts may have
      }
    }
    if (!owners.isEmpty()) {
      parts.add(AnyOf.of(owned.build(), ImmutableList.of(), true));
    }
  }

  /**
   * Adds what a filter finds, if that is known of every value of it. The index is asked, by name
   * and value, for filters on anything but owner and tags.
   */
  void toFiltered(Filter filter, BiFunction<String, String, Optional<Rows>> index) {
    ImmutableList.Builder<Rows> filtered = ImmutableList.builder();
    for (String value : filter.values()) {
      FilterPattern pattern = FilterPattern.of(value);
      Optional<Rows> rows =
          pattern.isExact() ? filtered(filter, pattern.literalPrefix(), index) : Optional.empty();
      if (rows.isEmpty()) {
        return;
      }
      filtered.add(rows.get());
    }
    parts.add(AnyOf.of(filtered.build(), ImmutableList.of(filter), false));
  }

  private Optional<Rows> filtered(
      Filter filter, String value, BiFunction<String, String, Optional<Rows>> index) {
    if (filter.tagKey().isPresent()) {
      return Optional.of(byTag.of(new OwnTag(viewer, filter.tagKey().get(), value)));
    }
    if (filter.name().equals("owner-id")) {
      return Optional.of(AccountId.hasForm(value) ? byOwner.of(AccountId.of(value)) : Rows.none());
    }
    return index.apply(filter.name(), value);
  }

  /** How many rows the narrowest part has at most. */
  int atMost() {
    int atMost = Integer.MAX_VALUE;
    for (AnyOf part : parts) {
      atMost = Math.min(atMost, part.size);
    }
    return atMost;
  }

  /** The rows that lie in all parts, and maybe a few more. */
  Narrowed narrowed() {
    parts.sort(Comparator.comparingInt(AnyOf::size));
    Rows narrowest = parts.get(0).all();
    Rows rows = narrowest;
    ImmutableList.Builder<Filter> passed = ImmutableList.builder();
    boolean areOwned = false;
    for (int i = 0; i < parts.size(); i++) {
      AnyOf part = parts.get(i);
      boolean isKnown = i == 0 || part.has(narrowest);
      if (!isKnown && rows.size() > FEW_ENOUGH_TO_SCAN) {
        rows = part.within(rows);
        isKnown = true;
      }
      if (isKnown) {
        passed.addAll(part.answered);
        areOwned |= part.areOwned;
      }
    }
    return new Narrowed(rows.toArray(), passed.build(), areOwned);
  }
}
