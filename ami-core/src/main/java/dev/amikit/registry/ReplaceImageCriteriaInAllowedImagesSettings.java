package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.query.AllowedImagesSettings;
import dev.amikit.query.ImageCriterion;

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
    return Plan.outcome(
        situation,
        plan -> AllowedImagesRules.change(
            plan,
            new AllowedImagesSettings(
                plan.callerSettings().allowedImages().state(), imageCriteria)));
  }
}
