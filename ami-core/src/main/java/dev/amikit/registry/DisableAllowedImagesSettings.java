package dev.amikit.registry;

import dev.amikit.query.AllowedImagesSettings;

/**
 * {@code DisableAllowedImagesSettings}; the criteria stay as they are, and are not applied.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableAllowedImagesSettings.html">DisableAllowedImagesSettings</a>
 */
public record DisableAllowedImagesSettings() implements Operation<AllowedImagesSettings> {
  @Override
  public Outcome<AllowedImagesSettings> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan -> AllowedImagesRules.change(
            plan,
            new AllowedImagesSettings(
                AllowedImagesSettings.State.DISABLED,
                plan.callerSettings().allowedImages().imageCriteria())));
  }
}
