package dev.amikit.registry.account;

import dev.amikit.account.AccountSettings;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code GetAllowedImagesSettings}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetAllowedImagesSettings.html">GetAllowedImagesSettings</a>
 */
public record GetAllowedImagesSettings() implements ReadOperation<AllowedImagesState> {
  @Override
  public Outcome<AllowedImagesState> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      AccountSettings settings = plan.callerSettings();
      return new AllowedImagesState(settings.allowedImages(), settings.managedBy());
    });
  }
}
