package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a value or a request breaks, as one pass over them finds them. It begins as
 * {@link #NOTHING}, and nothing is made while all is well, since each of them is asked:
 *
 * <pre>{@code
 * static Broken by(Bag bag) {
 *   Broken broken = Broken.NOTHING;
 *   if (bag.size() > MOST) {
 *     broken = broken.and(FEW.brokenBy("size", bag.size()));
 *   }
 *   return broken;
 * }
 * }</pre>
 */
public final class Broken {
  /** That no rule is broken. */
  public static final Broken NOTHING = new Broken(null, null);

  private final @Nullable Broken before;
  private final @Nullable Violation last;

  private Broken(@Nullable Broken before, @Nullable Violation last) {
    this.before = before;
    this.last = last;
  }

  /**
   * Returns what is broken by one more violation.
   *
   * @param violation the violation
   * @return these violations and this one
   */
  public Broken and(Violation violation) {
    requireNonNull(violation, "violation");
    return new Broken(this, violation);
  }

  /**
   * Returns what is broken by one more violation, if there is one.
   *
   * @param violation the violation; empty if there is none
   * @return these violations and, if there is one, this one
   */
  public Broken and(Optional<Violation> violation) {
    requireNonNull(violation, "violation");
    return violation.isPresent() ? and(violation.get()) : this;
  }

  /**
   * Returns what is broken by some more violations.
   *
   * @param violations the violations, in their order
   * @return these violations and those
   */
  public Broken and(ImmutableList<Violation> violations) {
    requireNonNull(violations, "violations");
    Broken broken = this;
    for (Violation violation : violations) {
      broken = broken.and(violation);
    }
    return broken;
  }

  /** {@return the violations, in the order in which they were found; empty if all is well} */
  public ImmutableList<Violation> violations() {
    if (last == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Violation> latestFirst = ImmutableList.builder();
    for (Broken each = this; each != null && each.last != null; each = each.before) {
      latestFirst.add(each.last);
    }
    return latestFirst.build().reverse();
  }

  /**
   * Returns the value that was asked, if it breaks no rule.
   *
   * @param <T> the type of the value
   * @param value the value
   * @return the value itself
   * @throws RuleViolationException with every broken rule, if there is any
   */
  public <T> T orKeep(T value) {
    requireNonNull(value, "value");
    if (last != null) {
      throw new RuleViolationException(violations());
    }
    return value;
  }

  /** Returns the violations, a line each. */
  @Override
  public String toString() {
    return violations().toString();
  }
}
