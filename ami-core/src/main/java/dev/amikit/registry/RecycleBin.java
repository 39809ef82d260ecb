package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.page.Page;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;

/**
 * The Recycle Bin as one account sees it in one Region: a service of its own, with a method for
 * each operation on retention rules. What lies in the bin, and comes back from it, is EC2's to
 * tell: {@link Ec2#listImagesInRecycleBin(dev.amikit.id.ImageId...)} and
 * {@link Ec2#restoreImageFromRecycleBin}.
 *
 * @see <a href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/Welcome.html">Recycle
 *     Bin API Reference</a>
 */
public interface RecycleBin extends Service {
  /**
   * Makes a rule.
   *
   * @param request what is kept, and for how long
   * @return the rule
   * @see CreateRule
   */
  @CanIgnoreReturnValue
  default RetentionRule createRule(CreateRule request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells a rule.
   *
   * @param identifier the ID of the rule
   * @return the rule, with the lock that it has by now
   * @see GetRule
   */
  default RetentionRule getRule(String identifier) {
    requireNonNull(identifier, "identifier");
    return call(new GetRule(identifier));
  }

  /**
   * Tells of the rules of the caller.
   *
   * @param request which rules, and which page
   * @return a page of the rules, by ID
   * @see ListRules
   */
  default Page<RuleSummary> listRules(ListRules request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Tells of the rules of the caller that keep resources of a type.
   *
   * @param resourceType what they keep
   * @return the rules, by ID
   * @see ListRules
   */
  default ImmutableList<RuleSummary> listRules(ResourceType resourceType) {
    requireNonNull(resourceType, "resourceType");
    return all(new ListRules(resourceType));
  }

  /**
   * Changes a rule; what lies in the Recycle Bin already stays as long as before.
   *
   * @param request the rule, and what to change
   * @return the rule as it is now
   * @see UpdateRule
   */
  @CanIgnoreReturnValue
  default RetentionRule updateRule(UpdateRule request) {
    requireNonNull(request, "request");
    return call(request);
  }

  /**
   * Deletes a rule; what lies in the Recycle Bin already stays as long as before.
   *
   * @param identifier the ID of the rule
   * @return that the request succeeded
   * @see DeleteRule
   */
  @CanIgnoreReturnValue
  default Return deleteRule(String identifier) {
    requireNonNull(identifier, "identifier");
    return call(new DeleteRule(identifier));
  }

  /**
   * Locks a rule, so that it can be neither changed nor deleted.
   *
   * @param identifier the ID of the rule
   * @param unlockDelayDays for how many days it stays locked after it is unlocked, 7 to 30
   * @return the rule as it is now
   * @see LockRule
   */
  @CanIgnoreReturnValue
  default RetentionRule lockRule(String identifier, int unlockDelayDays) {
    requireNonNull(identifier, "identifier");
    return call(new LockRule(identifier, unlockDelayDays));
  }

  /**
   * Unlocks a rule; it can be changed when its delay is over.
   *
   * @param identifier the ID of the rule
   * @return the rule as it is now
   * @see UnlockRule
   */
  @CanIgnoreReturnValue
  default RetentionRule unlockRule(String identifier) {
    requireNonNull(identifier, "identifier");
    return call(new UnlockRule(identifier));
  }
}
