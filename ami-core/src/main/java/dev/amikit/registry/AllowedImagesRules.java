package dev.amikit.registry;

import dev.amikit.query.AllowedImagesSettings;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** What the operations on Allowed AMIs have in common. */
final class AllowedImagesRules {
  static final Rule STATE_TO_ENABLE = Rule.rule(
      "enable-allowed-images-settings.state",
      "Allowed AMIs is enabled as enabled or audit-mode",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, EnableAllowedImagesSettings",
      "ALLOW-03");

  static final Rule MANAGED_BY_ACCOUNT = Rule.rule(
      "allowed-images-settings.managed-by-account",
      "a setting that a declarative policy manages is not changed by the account",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "API reference, GetAllowedImagesSettings, ManagedBy",
      "ALLOW-26",
      "ACCT-10");

  private AllowedImagesRules() {}

  /** Plans that the caller's setting is another, unless a policy manages it. */
  static AllowedImagesSettings change(Plan plan, AllowedImagesSettings changed) {
    AccountSettings present = plan.callerSettings();
    plan.require(
        !present.managedByDeclarativePolicy(),
        MANAGED_BY_ACCOUNT,
        "managedBy",
        "declarative-policy");
    plan.happens(new RegistryEvent.SettingsChanged(
        plan.region(), plan.caller(), present.toBuilder().allowedImages(changed).build()));
    return changed;
  }
}
