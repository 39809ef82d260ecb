package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.account.AccountSettings;
import dev.amikit.id.AccountId;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.tag.Tags;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How accounts have set up EC2 and the Recycle Bin in a Region. */
public final class Accounts {
  private static final Accounts EMPTY = new Accounts(HashMap.empty(), HashMap.empty());

  private final Map<AccountId, AccountSettings> settings;
  private final Map<AccountId, Map<String, RetentionRule>> retentionRules;

  private Accounts(
      Map<AccountId, AccountSettings> settings,
      Map<AccountId, Map<String, RetentionRule>> retentionRules) {
    this.settings = settings;
    this.retentionRules = retentionRules;
  }

  static Accounts none() {
    return EMPTY;
  }

  /**
   * Returns how an account has set up EC2.
   *
   * @param account the account
   * @return its settings; those of a new account, if it never changed any
   */
  public AccountSettings settings(AccountId account) {
    requireNonNull(account, "account");
    return settings.getOrElse(account, AccountSettings.initial());
  }

  /**
   * Returns the retention rules of an account.
   *
   * @param account the account
   * @return the rules as they were last changed, in no order
   */
  public Stream<RetentionRule> retentionRules(AccountId account) {
    requireNonNull(account, "account");
    return rules(account).valuesIterator().toJavaStream();
  }

  /**
   * Returns a retention rule of an account.
   *
   * @param account the account
   * @param identifier the ID of the rule
   * @return the rule as it was last changed; empty if the account has none of that ID
   */
  public Optional<RetentionRule> retentionRule(AccountId account, String identifier) {
    requireNonNull(account, "account");
    requireNonNull(identifier, "identifier");
    return rules(account).get(identifier).toJavaOptional();
  }

  /**
   * Returns for how long the retention rules of an account keep a resource that is deleted.
   *
   * @param account the account
   * @param type what is deleted
   * @param tags the tags of the resource
   * @return the longest period of the rules that match; empty if none does
   */
  public Optional<Duration> retention(AccountId account, ResourceType type, Tags tags) {
    requireNonNull(account, "account");
    requireNonNull(type, "type");
    requireNonNull(tags, "tags");
    return retentionRules(account)
        .filter(rule -> rule.resourceType() == type && rule.matches(tags))
        .map(rule -> Duration.ofDays(rule.retentionPeriodDays()))
        .max(Duration::compareTo);
  }

  private Map<String, RetentionRule> rules(AccountId account) {
    return retentionRules.getOrElse(account, HashMap.empty());
  }

  Accounts with(AccountId account, AccountSettings after) {
    return new Accounts(settings.put(account, after), retentionRules);
  }

  Accounts with(AccountId account, RetentionRule rule) {
    return with(account, rules(account).put(rule.identifier(), rule));
  }

  Accounts without(AccountId account, String identifier) {
    return with(account, rules(account).remove(identifier));
  }

  private Accounts with(AccountId account, Map<String, RetentionRule> rules) {
    return new Accounts(settings, retentionRules.put(account, rules));
  }

  /** Two shelves are equal if every account has set up the same. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Accounts accounts
            && settings.equals(accounts.settings)
            && retentionRules.equals(accounts.retentionRules);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }
}
