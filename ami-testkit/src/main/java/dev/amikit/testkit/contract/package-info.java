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
 *   <li>{@link dev.amikit.testkit.contract.EventStoreContract}: a store of one's own gives back
 *       what registries {@linkplain dev.amikit.testkit.contract.RecordedEvents told}, in order and
 *       once.
 *   <li>{@link dev.amikit.testkit.contract.MappingContract}: a mapping of one's own loses nothing,
 *       of values that differ from each other in one {@linkplain dev.amikit.testkit.contract.Change
 *       member}.
 *   <li>{@link dev.amikit.testkit.contract.ImageQueryContract} and
 *       {@link dev.amikit.testkit.contract.SnapshotQueryContract}, each a
 *       {@link dev.amikit.testkit.contract.QueryContract}: whoever answers queries finds what the
 *       library finds, by {@linkplain dev.amikit.testkit.contract.Question questions} about one
 *       thing each and about everything.
 * </ul>
 *
 * <p>The values come from {@link dev.amikit.testkit.arbitrary}.
 */
@NullMarked
package dev.amikit.testkit.contract;

import org.jspecify.annotations.NullMarked;
