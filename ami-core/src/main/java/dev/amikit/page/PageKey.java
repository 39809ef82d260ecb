package dev.amikit.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which page tokens are sealed. Whoever does not have it can neither read a token nor
 * make one; what was sealed under another key is no token.
 */
public final class PageKey {
  private static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final PageKey SHARED = new PageKey(() -> new byte[BYTES]);

  /** Made for the first token: many a program asks for none, and this costs a JVM 390 classes. */
  private final Supplier<Secret> secret;

  private PageKey(Supplier<byte[]> secret) {
    this.secret = Suppliers.memoize(() -> Secret.of(secret.get()));
  }

  /** What tokens are sealed with. */
  private record Secret(SecretKeySpec cipherKey, HashFunction nonces, BaseEncoding encoding) {
    static Secret of(byte[] bytes) {
      return new Secret(
          new SecretKeySpec(bytes, 0, BYTES / 2, "AES"),
          Hashing.hmacSha256(Arrays.copyOfRange(bytes, BYTES / 2, BYTES)),
          BaseEncoding.base64().omitPadding());
    }

    static byte[] drawn() {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      return bytes;
    }
  }

  /**
   * Returns the key of queries that are answered without a registry. Everybody has it: it keeps
   * tokens apart, and keeps nobody from making one.
   *
   * @return the key, always the same
   */
  public static PageKey shared() {
    return SHARED;
  }

  /**
   * Returns a key that nobody else has.
   *
   * @return a new key
   */
  public static PageKey fresh() {
    return new PageKey(Secret::drawn);
  }

  /**
   * Returns a token as it stands in an answer.
   *
   * @param token the token
   * @return its text, in letters, digits, {@code -} and {@code _}
   */
  public String seal(PageToken token) {
    requireNonNull(token, "token");
    byte[] content = token.toString().getBytes(UTF_8);
    byte[] nonce = Arrays.copyOf(secret.get().nonces().hashBytes(content).asBytes(), NONCE_BYTES);
    try {
      return secret
          .get()
          .encoding()
          .encode(Bytes.concat(nonce, cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A JDK without AES-GCM", e);
    }
  }

  /**
   * Returns the token that was sealed.
   *
   * @param text the text of a request
   * @return the token; empty if the text was not sealed under this key
   */
  public Optional<PageToken> open(String text) {
    requireNonNull(text, "text");
    if (!secret.get().encoding().canDecode(text)) {
      return Optional.empty();
    }
    byte[] sealed = secret.get().encoding().decode(text);
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE
        || !secret.get().encoding().encode(sealed).equals(text)) {
      return Optional.empty();
    }
    try {
      byte[] content = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES))
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(PageToken.parse(new String(content, UTF_8)));
    } catch (GeneralSecurityException notSealedHere) {
      return Optional.empty();
    }
  }

  /**
   * Returns when the first page of a request was asked for.
   *
   * @param nextToken the token of the page before; empty for the first page
   * @return the time; empty for the first page, and if the text was not sealed under this key
   */
  public Optional<Instant> firstAskedAt(Optional<String> nextToken) {
    requireNonNull(nextToken, "nextToken");
    return nextToken.flatMap(this::open).map(PageToken::at);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret.get().cipherKey(), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
