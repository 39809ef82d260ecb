package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.regex.Pattern;

/**
 * What names a KMS key: a key ID (a UUID, or {@code mrk-} for one of several Regions), an alias
 * ({@code alias/NAME}), a key ARN or an alias ARN. Requests may use any of them; answers of EC2
 * hold {@linkplain #isKeyArn() key ARNs}.
 *
 * @param value the text
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html">CopyImage,
 *     KmsKeyId</a>
 */
public record KmsKeyId(String value) {
  private static final String KEY = "(mrk-)?[0-9a-fA-F][0-9a-fA-F-]*";
  private static final String ALIAS = "alias/[A-Za-z0-9:/_-]+";
  private static final String ARN = "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:";
  private static final Pattern FORM =
      Pattern.compile(KEY + "|" + ALIAS + "|" + ARN + "(key/" + KEY + "|" + ALIAS + ")");

  /** The alias of the key that AWS keeps for EBS in every account and Region. */
  public static final KmsKeyId AWS_MANAGED_EBS_KEY = new KmsKeyId("alias/aws/ebs");

  /** The form of the name. */
  public static final Rule FORMAT = Rule.rule(
      "kms-key-id.format",
      "a KMS key is named by key ID, alias/NAME, key ARN or alias ARN",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CopyImage, KmsKeyId",
      "ID-20",
      "ID-21");

  /**
   * Checks the form.
   *
   * @param value the text
   * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
   */
  public KmsKeyId {
    requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw FORMAT.refuse("", value);
    }
  }

  /**
   * Returns the name that a text spells.
   *
   * @param value the text
   * @return the name
   * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
   */
  public static KmsKeyId of(String value) {
    requireNonNull(value, "value");
    return new KmsKeyId(value);
  }

  /**
   * Tells whether this is the ARN of a key, the only form that EC2 answers with.
   *
   * @return false for a bare ID, an alias and the ARN of an alias
   */
  public boolean isKeyArn() {
    return value.startsWith("arn:") && !isAlias();
  }

  /**
   * Tells whether this is an alias, bare or as an ARN.
   *
   * @return false for a key ID and a key ARN
   */
  public boolean isAlias() {
    return value.startsWith("alias/") || value.contains(":alias/");
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof KmsKeyId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return value;
  }
}
