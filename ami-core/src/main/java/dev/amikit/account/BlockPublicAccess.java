package dev.amikit.account;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Arrays;

/** How far an account keeps its images or snapshots from being public. */
public enum BlockPublicAccess {
  /** Not at all. */
  UNBLOCKED,
  /** None can become public; those that are stay so. */
  BLOCK_NEW_SHARING,
  /** None can become public, and those that are count as private; snapshots only. */
  BLOCK_ALL_SHARING;

  /** The words for the setting. */
  public static final Rule KNOWN = Rule.rule(
          "block-public-access.known",
          "block public access is unblocked, block-new-sharing or block-all-sharing",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, GetSnapshotBlockPublicAccessState",
          "SBPA-01")
      .saying(own("Invalid value '{value}' for {parameter}. Allowed values are ('unblocked',"
          + " 'block-new-sharing', 'block-all-sharing')"));

  /**
   * Returns the setting that EC2 spells so.
   *
   * @param word the word, such as {@code block-new-sharing}
   * @return the setting
   * @throws dev.amikit.rule.RuleViolationException by {@code block-public-access.known}
   */
  public static BlockPublicAccess of(String word) {
    requireNonNull(word, "word");
    return Arrays.stream(values())
        .filter(setting -> setting.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> KNOWN.refuse("", word));
  }

  /** Returns the word that EC2 writes, such as {@code block-new-sharing}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
