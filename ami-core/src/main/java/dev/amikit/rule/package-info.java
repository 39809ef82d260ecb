/**
 * Rules as things that can be named, listed and told. Imports nothing else of the library.
 *
 * <ul>
 *   <li>A {@link dev.amikit.rule.Rule} is one sentence about images or snapshots, with a lasting
 *       name, its {@link dev.amikit.rule.RuleId}, and the {@link dev.amikit.rule.ErrorCode} that
 *       EC2 answers with when it is broken. A {@link dev.amikit.rule.MessageTemplate} is what EC2
 *       says then.
 *   <li>A {@link dev.amikit.rule.Violation} tells what broke a rule, and where.
 *   <li>A {@link dev.amikit.rule.Refusal} is an ordinary answer: the code, EC2's words, and every
 *       violation.
 *   <li>A {@link dev.amikit.rule.RefusedException} carries a refusal to those who did not ask for
 *       it as a value. Where a value was to be made it is a
 *       {@link dev.amikit.rule.RuleViolationException}, and a
 *       {@link dev.amikit.rule.MissingAttributesException} where a builder was not given what every
 *       such value has.
 *   <li>{@link dev.amikit.rule.Broken} are the rules that a new value breaks, as one pass finds
 *       them.
 *   <li>{@link dev.amikit.rule.Characters} are what every text is made of.
 *   <li>{@link dev.amikit.rule.Rules} stands on tests and names the rules that they show.
 * </ul>
 *
 * <p>A rule is a constant beside what it guards. The list of all is
 * {@link dev.amikit.RuleCatalogue}.
 */
@NullMarked
package dev.amikit.rule;

import org.jspecify.annotations.NullMarked;
