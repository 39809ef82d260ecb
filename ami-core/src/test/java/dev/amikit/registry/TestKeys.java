package dev.amikit.registry;

import dev.amikit.id.KmsKeyId;

/** KMS keys of the owner in the Region of the tests. */
public final class TestKeys {
  public static final KmsKeyId CUSTOMER =
      KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
  public static final KmsKeyId OTHER =
      KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321");
  public static final KmsKeyId ELSEWHERE =
      KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

  private TestKeys() {}
}
