package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Comparator;
import java.util.Optional;

/** The client tokens that came with requests, and what was answered to them. */
public final class ClientTokens {
  private static final ClientTokens EMPTY = new ClientTokens(TreeMap.empty(), HashMap.empty());

  /** In an order, since callers choose their tokens, and may choose some of one hash code. */
  private record Key(AccountId account, String operation, String token) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        comparing(Key::token).thenComparing(Key::operation).thenComparing(Key::account);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What a token stands for.
   *
   * @param digest the digest of the request that it came with
   * @param answer what was answered
   */
  public record Use(String digest, ResourceId answer) {
    /**
     * Refuses null.
     *
     * @param digest the digest of the request that it came with
     * @param answer what was answered
     */
    public Use {
      requireNonNull(digest, "digest");
      requireNonNull(answer, "answer");
    }
  }

  private final SortedMap<Key, Use> uses;
  private final Map<ResourceId, Set<Key>> byAnswer;

  private ClientTokens(SortedMap<Key, Use> uses, Map<ResourceId, Set<Key>> byAnswer) {
    this.uses = uses;
    this.byAnswer = byAnswer;
  }

  static ClientTokens none() {
    return EMPTY;
  }

  /**
   * Returns what a token stands for.
   *
   * @param account the account that sent it
   * @param operation the operation that it came with
   * @param token the token
   * @return what it stands for; empty if it has not come yet
   */
  public Optional<Use> use(AccountId account, String operation, String token) {
    requireNonNull(account, "account");
    requireNonNull(operation, "operation");
    requireNonNull(token, "token");
    return uses.get(new Key(account, operation, token)).toJavaOptional();
  }

  ClientTokens with(AccountId account, String operation, String token, Use use) {
    Key key = new Key(account, operation, token);
    Set<Key> others = byAnswer.getOrElse(use.answer(), HashSet.empty());
    return new ClientTokens(uses.put(key, use), byAnswer.put(use.answer(), others.add(key)));
  }

  /** The tokens but for those that were answered with a resource. */
  ClientTokens without(ResourceId answer) {
    return byAnswer
        .get(answer)
        .map(keys -> new ClientTokens(uses.removeAll(keys), byAnswer.remove(answer)))
        .getOrElse(this);
  }

  /** Two shelves are equal if the same tokens stand for the same. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ClientTokens tokens && uses.equals(tokens.uses);
  }

  @Override
  public int hashCode() {
    return uses.hashCode();
  }
}
