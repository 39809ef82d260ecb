package dev.amikit.registry.operation;

import com.google.common.base.Strings;
import com.google.common.hash.Hashing;

/**
 * Gives the digits of new IDs. The same serial number gives the same digits, so replay gives the
 * same IDs.
 */
@FunctionalInterface
public interface IdSource {
  /**
   * Returns the digits of a new ID.
   *
   * @param serial how many IDs were given before, from 0 on
   * @return 17 lower-case hexadecimal digits, different for every serial number
   */
  String digits(long serial);

  /** {@return IDs that look like EC2's: no order shows in them} */
  static IdSource scattered() {
    return serial -> "0"
        + Hashing.murmur3_128().hashLong(serial).toString().substring(0, 4)
        + Strings.padStart(Long.toHexString(serial), 12, '0');
  }

  /** {@return IDs that count up, for tests that want to read them} */
  static IdSource counting() {
    return serial -> Strings.padStart(Long.toHexString(serial + 1), 17, '0');
  }
}
