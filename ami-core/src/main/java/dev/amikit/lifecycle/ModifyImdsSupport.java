package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ModifyImageAttribute} of the metadata service support, which can be set and never be taken
 * back.
 *
 * @param imdsSupport {@code v2.0}, the only value that there is
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html">ModifyImageAttribute</a>
 */
public record ModifyImdsSupport(ImdsSupport imdsSupport) implements AmiCommand {
  /** The only metadata service support is v2.0. */
  public static final Rule IS_V2 = Rule.rule(
          "modify-imds-support.is-v2",
          "the metadata service support to be given is v2.0",
          INVALID_PARAMETER_VALUE,
          "API reference, ModifyImageAttribute, ImdsSupport",
          "ATTR-07",
          "BOOT-28",
          "BOOT-29")
      .saying(own("Value ({value}) for parameter imdsSupport is invalid. Expected: 'v2.0'."));

  /**
   * Refuses null.
   *
   * @param imdsSupport {@code v2.0}, the only value that there is
   */
  public ModifyImdsSupport {
    requireNonNull(imdsSupport, "imdsSupport");
  }

  @Override
  public AmiAction action() {
    return AmiAction.MODIFY_IMDS_SUPPORT;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return imdsSupport.isKnown()
        ? Optional.empty()
        : Optional.of(Refusal.of(IS_V2.brokenBy("imdsSupport", imdsSupport)));
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.imdsSupport().equals(Optional.of(imdsSupport))
            ? Decision.unchanged()
            : Decision.accepted(new ImdsSupportChanged(imdsSupport)));
  }
}
