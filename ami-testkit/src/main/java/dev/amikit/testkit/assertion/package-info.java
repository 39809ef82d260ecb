/**
 * AssertJ assertions that speak of images and snapshots. Their messages name the fact and the
 * value: {@code Expected ami-0abcdef1234567890 to be disabled but it is available}.
 *
 * <p>Start at {@link dev.amikit.testkit.assertion.AmiAssertions}, to be imported statically. It
 * leads on to
 *
 * <ul>
 *   <li>{@link dev.amikit.testkit.assertion.AmiAssert} and
 *       {@link dev.amikit.testkit.assertion.SnapshotAssert}, of an image and of a snapshot;
 *   <li>{@link dev.amikit.testkit.assertion.BlockDeviceMappingAssert} and
 *       {@link dev.amikit.testkit.assertion.EbsBlockDeviceAssert}, of a device and of its volume;
 *   <li>{@link dev.amikit.testkit.assertion.InstanceAssert},
 *       {@link dev.amikit.testkit.assertion.VolumeAssert} and
 *       {@link dev.amikit.testkit.assertion.RetentionRuleAssert}, of what else there is in a
 *       registry;
 *   <li>{@link dev.amikit.testkit.assertion.AnswerAssert}, of a page;
 *   <li>{@link dev.amikit.testkit.assertion.EventsAssert}, of what has happened;
 *   <li>{@link dev.amikit.testkit.assertion.DecisionAssert}, of what a command came to;
 *   <li>{@link dev.amikit.testkit.assertion.RegistryAssert}, of all that there is in a registry;
 *   <li>{@link dev.amikit.testkit.assertion.OutcomeAssert}, of what an operation came to;
 *   <li>{@link dev.amikit.testkit.assertion.AttemptAssert}, of what became of an attempt to build a
 *       value, or to call an operation.
 * </ul>
 *
 * <p>Values to assert on are in {@link dev.amikit.testkit.fixture} and
 * {@link dev.amikit.testkit.arbitrary}.
 */
@NullMarked
package dev.amikit.testkit.assertion;

import org.jspecify.annotations.NullMarked;
