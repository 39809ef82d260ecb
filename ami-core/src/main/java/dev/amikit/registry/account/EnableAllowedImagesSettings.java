package dev.amikit.registry.account;

import static java.util.Objects.requireNonNull;

import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code EnableAllowedImagesSettings}; the criteria stay as they are.
 *
 * @param allowedImagesSettingsState {@code enabled} or {@code audit-mode}
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableAllowedImagesSettings.html">EnableAllowedImagesSettings</a>
 */
public record EnableAllowedImagesSettings(AllowedImagesSettings.State allowedImagesSettingsState)
    implements Operation<AllowedImagesSettings> {
  /**
   * Refuses null.
   *
   * @param allowedImagesSettingsState {@code enabled} or {@code audit-mode}
   */
  public EnableAllowedImagesSettings {
    requireNonNull(allowedImagesSettingsState, "allowedImagesSettingsState");
  }

  @Override
  public Outcome<AllowedImagesSettings> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.require(
          allowedImagesSettingsState != AllowedImagesSettings.State.DISABLED,
          AllowedImagesRules.STATE_TO_ENABLE,
          "allowedImagesSettingsState",
          allowedImagesSettingsState);
      AllowedImagesSettings present = plan.callerSettings().allowedImages();
      return AllowedImagesRules.change(
          plan, new AllowedImagesSettings(allowedImagesSettingsState, present.imageCriteria()));
    });
  }
}
