/**
 * Amazon Machine Images to and from the JSON that the AWS CLI prints, and whatever else EC2 answers
 * with about them.
 *
 * <ul>
 *   <li>Start at {@link dev.amikit.jackson.AmiJson} to read and write whole documents. It has an
 *       {@link dev.amikit.jackson.AnswerFormat} for a document that is a list of records, and a
 *       {@link dev.amikit.jackson.RecordFormat} for one that is a single record.
 *   <li>An {@link dev.amikit.jackson.AnswerPrinter} prints the answer to any operation of
 *       {@link dev.amikit.registry.Ec2} and {@link dev.amikit.registry.RecycleBin}.
 *   <li>A {@link dev.amikit.jackson.RequestFormat} reads and writes the requests themselves.
 *   <li>A list is read at once, to an {@link dev.amikit.jackson.AnswerDocument}, or one record
 *       after the other, by an {@link dev.amikit.jackson.AnswerReader}. What became of a record is
 *       a {@link dev.amikit.jackson.ReadResult}. A
 *       {@link dev.amikit.jackson.MalformedAnswerException} tells where a document is broken.
 *   <li>{@link dev.amikit.jackson.AmiModule} has images as members of own types.
 *   <li>{@link dev.amikit.jackson.JsonRules} are what JSON is held to before the rules of the
 *       domain are asked.
 * </ul>
 *
 * <table>
 * <caption>What is written, and what is read as well</caption>
 * <tr><th>of</th><th>written and read</th><th>only written</th></tr>
 * <tr><td>images</td><td>DescribeImages, DescribeImageAttribute, GetImageAncestry, DeregisterImage
 *     with its snapshots</td><td>IDs, {@code Return}, protection, watermark keys</td></tr>
 * <tr><td>snapshots</td><td>DescribeSnapshots, DescribeSnapshotAttribute, DescribeSnapshotTierStatus
 *     </td><td>IDs, locks (of one that has expired EC2 does not tell the mode), restores from the
 *     archive</td></tr>
 * <tr><td>instances and volumes</td><td>DescribeInstanceImageMetadata</td><td>instances,
 *     state changes, volumes, attachments: the members that the library knows</td></tr>
 * <tr><td>who uses images</td><td>DescribeImageUsageReports and their entries,
 *     DescribeImageReferences</td><td>IDs</td></tr>
 * <tr><td>tags</td><td>DescribeTags</td><td></td></tr>
 * <tr><td>the Recycle Bin</td><td>ListImagesInRecycleBin, ListSnapshotsInRecycleBin, GetRule and all
 *     that make or change a rule, ListRules</td><td></td></tr>
 * <tr><td>the account</td><td>GetImageBlockPublicAccessState, GetSnapshotBlockPublicAccessState,
 *     GetAllowedImagesSettings with its criteria</td><td>what enables and disables these; encryption
 *     by default and its key</td></tr>
 * </table>
 *
 * <p>All other types of the library, such as events and states, have no JSON here; the module
 * refuses them, and requests as well, for writing and for reading.
 *
 * <p>Reading loses nothing in silence. A record is either read, or refused with every rule that it
 * breaks and with all that it said, and the rest of the document goes on. First every part is
 * asked, then the rules between the parts, except where these cannot be asked without what is
 * missing or was refused. Paths are spelt as in the document, such as
 * {@code Images[3].BlockDeviceMappings[0].Ebs.Iops}. Members that the library does not know are
 * told by the same paths, and {@linkplain dev.amikit.jackson.AnswerDocument#allUnknownMembers()
 * counted} for the whole document. A document that is broken, breaks off, has a member twice in one
 * object, breaks a bound or is no answer of EC2 is refused as a whole, with line and column.
 *
 * <p>The bounds hold also for documents that strangers send: 1,000 levels of nesting, 1,000 digits
 * of a number, 1,000,000 characters of a text, 50,000 of the name of a member; and for one record,
 * and likewise for all that stands beside the list of records and is not known, 10,000,000
 * characters of names and values, each name, value and bracket counted as one more. A document has
 * no bound in all: an {@link dev.amikit.jackson.AnswerReader} holds one record at a time, while an
 * {@link dev.amikit.jackson.AnswerDocument} holds them all, which is nothing for a document without
 * end. What {@link dev.amikit.jackson.AmiModule} reads is bounded by the mapper that it is in.
 *
 * <p>A word that the library does not know is kept, but for the state of an image, of which EC2 has
 * eight: an image in another state is refused with all that it said. The words of settings,
 * retention rules and return codes are those that the library knows.
 *
 * <p>A format that {@linkplain dev.amikit.jackson.AnswerFormat#keepingUnknownMembers() keeps
 * unknown members} writes a document back as it was, to the last member. Where a value was changed
 * meanwhile, what it tells otherwise is changed and all else stays. Other formats write what was
 * read as it was save for the order of members and for this:
 *
 * <ul>
 *   <li>A member that is null, and a time or a progress that is empty text, is absent. So is an
 *       attribute that was never set, <code>{}</code>.
 *   <li>An image always has {@code Public} (absent is false), {@code ImageType} (absent is machine)
 *       and {@code BlockDeviceMappings} (absent is an empty list). Other empty lists of images and
 *       snapshots are absent.
 *   <li>Times are in UTC with three decimals, those of {@code LastLaunchedTime} and of
 *       {@code DeregistrationProtection} without; more decimals only where they are not zero.
 *   <li>The platform Windows is in lower case; progress has no leading zeros.
 *   <li>A permission, or the product code of a snapshot, that comes twice in a list comes once.
 *   <li>Numbers, strings and member names are equal, their spelling may not be: escapes, white
 *       space.
 *   <li>Members that the library does not know are not written.
 * </ul>
 *
 * <p>An image is written as DescribeImages tells it. Its launch permissions but the one for
 * everyone, and its UEFI data, are told by DescribeImageAttribute: write
 * {@link dev.amikit.image.ImageAttribute} too, and
 * {@linkplain dev.amikit.image.ImageAttribute#joinTo join} them after reading. Likewise
 * {@link dev.amikit.snapshot.SnapshotAttribute}. A stay in the Recycle Bin is not written.
 *
 * <p>Equal parts of one document (accounts, Regions, tags, words) become one object. Formats are
 * immutable and safe to share between threads; an {@link dev.amikit.jackson.AnswerReader} is not.
 */
@NullMarked
package dev.amikit.jackson;

import org.jspecify.annotations.NullMarked;
