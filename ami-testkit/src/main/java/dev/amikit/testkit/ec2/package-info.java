/**
 * An EC2 for tests. A {@link dev.amikit.testkit.ec2.TestEc2} is a registry with a
 * {@link dev.amikit.testkit.ec2.MovableClock}, into which a {@link dev.amikit.testkit.ec2.Seed}
 * puts what is to be there; a {@link dev.amikit.testkit.ec2.TestEc2Extension} hands one to each
 * test of JUnit Jupiter, and EC2 as an {@link dev.amikit.testkit.ec2.Account} sees it; a
 * {@link dev.amikit.testkit.ec2.ClientProvider} makes clients of other kinds for it. By an
 * {@link dev.amikit.testkit.ec2.Untidy} annotation, or an
 * {@link dev.amikit.testkit.ec2.Untidiness}, that EC2 does what the real one does on a bad day.
 * {@link dev.amikit.testkit.ec2.EveryOperation} calls all that there is, through whatever stands
 * between.
 */
@NullMarked
package dev.amikit.testkit.ec2;

import org.jspecify.annotations.NullMarked;
