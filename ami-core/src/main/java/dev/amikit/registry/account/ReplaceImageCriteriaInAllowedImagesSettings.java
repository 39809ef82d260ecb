package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

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
  /**
   * Refuses null.
   *
   * @param imageCriteria the criteria, at most 10; with none, and enabled, only own images are
   *     allowed
   */
  public ReplaceImageCriteriaInAllowedImagesSettings {
    requireNonNull(imageCriteria, "imageCriteria");
  }

  @Override
  public Outcome<AllowedImagesSettings> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      AllowedImagesSettings present = plan.callerSettings().allowedImages();
      return AllowedImagesRules.change(
          plan, new AllowedImagesSettings(present.state(), imageCriteria));
    });
  }
}
