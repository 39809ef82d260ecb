package dev.amikit.registry;

import dev.amikit.query.AllowedImagesSettings;

/**
 * {@code GetAllowedImagesSettings}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetAllowedImagesSettings.html">GetAllowedImagesSettings</a>
 */
public record GetAllowedImagesSettings() implements ReadOperation<AllowedImagesSettings> {
  @Override
  public Outcome<AllowedImagesSettings> decide(Situation situation) {
    return Plan.outcome(situation, plan -> plan.callerSettings().allowedImages());
  }
}
