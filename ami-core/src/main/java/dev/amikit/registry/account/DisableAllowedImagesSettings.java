package dev.amikit.registry.account;

import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

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
