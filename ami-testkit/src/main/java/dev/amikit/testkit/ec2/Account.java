package dev.amikit.testkit.ec2;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose view of EC2 a parameter or a field of a test is, and in which Region. Without it that is
 * account 111122223333 in us-east-1.
 *
 * @see TestEc2Extension
 */
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Account {
  /** {@return the ID of the account, 12 digits} */
  String value() default "111122223333";

  /** {@return the code of the Region} */
  String region() default "us-east-1";
}
