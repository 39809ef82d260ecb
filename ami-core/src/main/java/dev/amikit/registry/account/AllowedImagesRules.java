package dev.amikit.registry.account;

import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** What the operations on Allowed AMIs have in common. */
final class AllowedImagesRules {
  static final Rule STATE_TO_ENABLE = Rule.rule(
          "enable-allowed-images-settings.state",
          "Allowed AMIs is enabled as enabled or audit-mode",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableAllowedImagesSettings",
          "ALLOW-03")
      .saying(own("Invalid value '{value}' for allowedImagesSettingsState. Allowed values are"
          + " ('enabled', 'audit-mode')"));

  private AllowedImagesRules() {}

  /** Plans that the caller's setting is another, unless a policy manages it. */
  static AllowedImagesSettings change(Plan plan, AllowedImagesSettings changed) {
    plan.changeSettings(settings -> settings.allowedImages(changed));
    return changed;
  }
}
