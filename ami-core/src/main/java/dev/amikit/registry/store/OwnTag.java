package dev.amikit.registry.store;

import static java.util.Comparator.comparing;

import com.google.common.collect.Iterables;
import dev.amikit.id.AccountId;
import dev.amikit.tag.Tags;
import java.util.Comparator;

/** A tag that an account attached; others do not see it. */
record OwnTag(AccountId account, String key, String value) implements Comparable<OwnTag> {
  private static final Comparator<OwnTag> ORDER =
      comparing(OwnTag::account).thenComparing(OwnTag::key).thenComparing(OwnTag::value);

  static Iterable<OwnTag> each(AccountId account, Tags tags) {
    return Iterables.transform(tags, tag -> new OwnTag(account, tag.key(), tag.value()));
  }

  @Override
  public int compareTo(OwnTag other) {
    return ORDER.compare(this, other);
  }
}
