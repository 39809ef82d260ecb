/**
 * Contracts to inherit: properties that hold of every implementation of an idea. A test class
 * implements one.
 *
 * <ul>
 *   <li>{@link dev.amikit.testkit.contract.TextFormContract}: a text reads back as an equal value.
 *   <li>{@link dev.amikit.testkit.contract.LifeContract}: commands decide as a transition table
 *       says, and events tell all that happened.
 *   <li>{@link dev.amikit.testkit.contract.Ec2Contract}: an EC2 of one's own answers, refuses and
 *       changes as that of the library does, over whole
 *       {@linkplain dev.amikit.testkit.contract.CallSequence sequences} of calls.
 * </ul>
 *
 * <p>The values come from {@link dev.amikit.testkit.arbitrary}.
 */
@NullMarked
package dev.amikit.testkit.contract;

import org.jspecify.annotations.NullMarked;
