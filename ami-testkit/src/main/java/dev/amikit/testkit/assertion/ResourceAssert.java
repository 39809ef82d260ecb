package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Assertions on what an account has, and may have put tags on. */
abstract class ResourceAssert<S extends ResourceAssert<S, T>, T> extends ValueAssert<S, T> {
  ResourceAssert(@Nullable T actual, Class<S> self, Class<T> type) {
    super(actual, self, type);
  }

  abstract AccountId owner(T value);

  abstract Tags tags(T value);

  /**
   * Checks the owner.
   *
   * @param account the account that is to own it
   * @return this
   */
  @CanIgnoreReturnValue
  public S isOwnedBy(AccountId account) {
    requireNonNull(account, "account");
    AccountId owner = owner(value());
    return check(owner.equals(account), "be owned by " + account, "its owner is " + owner);
  }

  /**
   * Checks that it has a tag.
   *
   * @param key the key
   * @param value the value
   * @return this
   */
  @CanIgnoreReturnValue
  public S hasTag(String key, String value) {
    Tag tag = Tag.of(key, value);
    Tags tags = tags(value());
    return check(tags.contains(tag), "have the tag " + tag, "its tags are " + tags);
  }

  /**
   * Checks that none of its tags has a key.
   *
   * @param key the key
   * @return this
   */
  @CanIgnoreReturnValue
  public S hasNoTag(String key) {
    requireNonNull(key, "key");
    Tags tags = tags(value());
    return check(!tags.contains(key), "have no tag " + key, "its tags are " + tags);
  }
}
