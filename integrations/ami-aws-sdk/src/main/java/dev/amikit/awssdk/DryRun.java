package dev.amikit.awssdk;

import static dev.amikit.rule.ErrorCode.*;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import java.util.Optional;

/**
 * Tries a request without carrying it out. What EC2 finds before it asks whether the caller may do
 * it is found: a bad form, something missing, somebody else's. What it finds later is not: states,
 * policies, quotas.
 *
 * @param tried the request
 */
record DryRun(Operation<?> tried) implements ReadOperation<Optional<Refusal>> {
  /** Codes of what is found only when the request is carried out. */
  private static final ImmutableSet<ErrorCode> LATER = Sets.immutableEnumSet(
      CONFLICT_EXCEPTION,
      ENCRYPTED_VOLUMES_NOT_SUPPORTED,
      IDEMPOTENT_PARAMETER_MISMATCH,
      INCORRECT_INSTANCE_STATE,
      INCORRECT_STATE,
      INVALID_AMI_ID_UNAVAILABLE,
      INVALID_AMI_NAME_DUPLICATE,
      INVALID_MANIFEST,
      INVALID_SNAPSHOT_IN_USE,
      OPERATION_NOT_PERMITTED,
      OPT_IN_REQUIRED,
      RESOURCE_LIMIT_EXCEEDED,
      SERVICE_QUOTA_EXCEEDED_EXCEPTION,
      TAG_LIMIT_EXCEEDED,
      VCPU_LIMIT_EXCEEDED,
      VOLUME_IN_USE);

  @Override
  public Outcome<Optional<Refusal>> decide(Situation situation) {
    return Outcome.from(situation.state())
        .done(tried
            .decide(situation)
            .refusal()
            .filter(refusal -> !LATER.contains(refusal.errorCode())));
  }
}
