package dev.amikit.registry.store;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.tag.Tags;

/** A tag that an account attached; others do not see it. */
record OwnTag(AccountId account, String key, String value) implements Comparable<OwnTag> {
  static ImmutableList<OwnTag> each(AccountId account, Tags tags) {
    ImmutableList.Builder<OwnTag> each = ImmutableList.builderWithExpectedSize(tags.size());
    tags.forEach((key, value) -> each.add(new OwnTag(account, key, value)));
    return each.build();
  }

  @Override
  public int compareTo(OwnTag other) {
    int byAccount = account.compareTo(other.account);
    int byKey = byAccount == 0 ? key.compareTo(other.key) : byAccount;
    return byKey == 0 ? value.compareTo(other.value) : byKey;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnTag that
        && key.equals(that.key)
        && value.equals(that.value)
        && account.equals(that.account);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * account.hashCode() + key.hashCode()) + value.hashCode();
  }
}
