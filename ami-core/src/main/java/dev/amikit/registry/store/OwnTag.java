package dev.amikit.registry.store;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.tag.Tags;
import java.util.Comparator;

/** A tag that an account attached; others do not see it. */
record OwnTag(AccountId account, String key, String value) implements Comparable<OwnTag> {
  private static final Comparator<OwnTag> ORDER =
      comparing(OwnTag::account).thenComparing(OwnTag::key).thenComparing(OwnTag::value);

  static ImmutableList<OwnTag> each(AccountId account, Tags tags) {
    ImmutableList.Builder<OwnTag> each = ImmutableList.builderWithExpectedSize(tags.size());
    tags.forEach((key, value) -> each.add(new OwnTag(account, key, value)));
    return each.build();
  }

  @Override
  public int compareTo(OwnTag other) {
    return ORDER.compare(this, other);
  }
}
