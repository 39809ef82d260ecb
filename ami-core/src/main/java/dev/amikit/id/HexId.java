package dev.amikit.id;

import static java.util.Objects.requireNonNull;

/**
 * An ID that is a prefix and hexadecimal digits in lower case, at most 17. IDs carry neither time
 * nor order; they compare as text. An ID is numbers, 24 bytes for 80 as text; the text is made when
 * it is asked for.
 *
 * @param <S> the type of the ID
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html">Resource
 *     IDs</a>
 */
public abstract sealed class HexId<S extends HexId<S>> implements Comparable<S>
    permits ImageId, KernelId, RamdiskId, SnapshotId, InstanceId, VolumeId, ImageUsageReportId {
  private static final int OLD_DIGITS = 8;
  private static final int MOST_DIGITS = 17;

  private static final int DIGIT_BITS = 4;
  private static final int LENGTH_BITS = 5;

  /** What {@link #VALUES} has at the place of a character that is no digit. */
  private static final int NONE = 1 << DIGIT_BITS;

  /**
   * The value of each character of ASCII as a digit. Looking it up takes half as long as to
   * compare, whose branches nobody can foresee.
   */
  private static final String VALUES = none('0')
      .concat("\0\1\2\3\4\5\6\7\10\11")
      .concat(none('a' - '9' - 1))
      .concat("\12\13\14\15\16\17")
      .concat(none(127 - 'f'));

  /** So many bits of the digits after the first are told by {@link #order()}. */
  private static final int ORDER_BITS = 57;

  /** Spreads the digits, wherever they differ, over the bits of a hash code. */
  private static final long SCATTERING = 0x9E3779B97F4A7C15L;

  private static final String ZEROS = "0".repeat(MOST_DIGITS);

  /** From the left: which prefix it is, the first digit, and how many digits there are. */
  private final int head;

  /** The digits after the first, from the left. */
  private final long tail;

  HexId(String text, String prefix) {
    this(text, prefix, 0);
  }

  /**
   * Reads a text, which may have {@linkplain #digits() no digits} if it has not the form.
   *
   * @param rank the place of the prefix among those that the type has, in the order of their texts
   */
  HexId(String text, String prefix, int rank) {
    int from = prefix.length();
    int digits = text.length() - from;
    boolean isId = digits >= 1 && digits <= MOST_DIGITS && text.startsWith(prefix);
    int first = isId ? digit(text.charAt(from)) : NONE;
    int any = first;
    long rest = 0;
    int end = isId ? text.length() : 0;
    for (int i = from + 1; i < end; i++) {
      int digit = digit(text.charAt(i));
      any |= digit;
      rest = rest << DIGIT_BITS | digit;
    }
    boolean isHex = (any & NONE) == 0;
    this.head = isHex ? (rank << DIGIT_BITS | first) << LENGTH_BITS | digits : 0;
    this.tail = isHex ? rest << DIGIT_BITS * (MOST_DIGITS - digits) : 0;
  }

  private static String none(int count) {
    return String.valueOf((char) NONE).repeat(count);
  }

  private static int digit(char c) {
    return c < VALUES.length() ? VALUES.charAt(c) : NONE;
  }

  abstract String prefix();

  /** The place of the prefix among those that the type has. */
  final int rank() {
    return head >>> DIGIT_BITS + LENGTH_BITS;
  }

  /** How many digits there are; 0 if the text has not the form of an ID. */
  final int digits() {
    return head & (1 << LENGTH_BITS) - 1;
  }

  /** Whether there are as many digits as EC2 gives to what it makes, now or formerly. */
  final boolean hasForm() {
    return digits() == MOST_DIGITS || digits() == OLD_DIGITS;
  }

  /** Whether it has the form and is not 17 zeros, which EC2 takes for no image and no snapshot. */
  final boolean hasFormAndIsNotZero() {
    return hasForm() && (digits() == OLD_DIGITS || (head >>> LENGTH_BITS & NONE - 1 | tail) != 0);
  }

  /** Why a text is no ID of an image or a snapshot although it looks like one. */
  static String hint(String text) {
    return text.endsWith(ZEROS) ? "17 zeros are none" : "";
  }

  private int digit(int at) {
    long digit = at == 0 ? head >>> LENGTH_BITS : tail >>> DIGIT_BITS * (MOST_DIGITS - 1 - at);
    return (int) digit & NONE - 1;
  }

  /** {@return the text of the ID} */
  public String value() {
    String prefix = prefix();
    int digits = digits();
    StringBuilder text = new StringBuilder(prefix.length() + digits).append(prefix);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(digit(i), NONE));
    }
    return text.toString();
  }

  /**
   * Returns about where the ID comes in the order of IDs of its type. Of two IDs with different
   * numbers the one with the lesser number is the lesser; IDs with the same number may still
   * differ, in the last two of 17 digits or in how many digits there are.
   *
   * @return a number from 0 on
   */
  public final long order() {
    return (long) (head >>> LENGTH_BITS) << ORDER_BITS | tail >>> Long.SIZE - ORDER_BITS;
  }

  /**
   * Compares the texts of two IDs.
   *
   * @param other another ID
   */
  @Override
  public int compareTo(S other) {
    requireNonNull(other, "other");
    HexId<S> that = other;
    int byHead = Integer.compare(head >>> LENGTH_BITS, that.head >>> LENGTH_BITS);
    int byTail = byHead != 0 ? byHead : Long.compareUnsigned(tail, that.tail);
    return byTail != 0 ? byTail : Integer.compare(digits(), that.digits());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof HexId<?> that
            && tail == that.tail
            && head == that.head
            && getClass() == that.getClass();
  }

  @Override
  public int hashCode() {
    return 31 * head + (int) (tail * SCATTERING >>> Integer.SIZE);
  }

  /** Returns the text of the ID. */
  @Override
  public String toString() {
    return value();
  }
}
