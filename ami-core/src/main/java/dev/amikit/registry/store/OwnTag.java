package dev.amikit.registry.store;

import com.google.common.collect.Iterables;
import dev.amikit.id.AccountId;
import dev.amikit.tag.Tags;

/** A tag that an account attached; others do not see it. */
record OwnTag(AccountId account, String key, String value) {
  static Iterable<OwnTag> each(AccountId account, Tags tags) {
    return Iterables.transform(tags, tag -> new OwnTag(account, tag.key(), tag.value()));
  }
}
