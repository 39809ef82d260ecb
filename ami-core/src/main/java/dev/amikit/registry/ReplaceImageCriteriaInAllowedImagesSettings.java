package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.query.AllowedImagesSettings;
import dev.amikit.query.ImageCriterion;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RuleViolationException;

/**
 * {@code ReplaceImageCriteriaInAllowedImagesSettings}: the whole list; the state stays as it is.
 *
 * @param imageCriteria the criteria, at most 10; with none, and enabled, only own images are
 *     allowed
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceImageCriteriaInAllowedImagesSettings.html">ReplaceImageCriteriaInAllowedImagesSettings</a>
 */
public record ReplaceImageCriteriaInAllowedImagesSettings(
    ImmutableList<ImageCriterion> imageCriteria) implements Operation<AllowedImagesSettings> {
  @Override
  public Outcome<AllowedImagesSettings> decide(Situation situation) {
    return Plan.outcome(
        situation, plan -> AllowedImagesRules.change(plan, settings(plan.callerSettings())));
  }

  private AllowedImagesSettings settings(AccountSettings present) {
    try {
      return new AllowedImagesSettings(present.allowedImages().state(), imageCriteria);
    } catch (RuleViolationException e) {
      throw Refusal.of(e.violations()).toException();
    }
  }
}
