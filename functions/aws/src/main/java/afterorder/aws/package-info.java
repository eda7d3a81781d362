/** The adapters to AWS behind the domain: rows, objects, mail, messages, workflow; and from events to values. */
@org.jspecify.annotations.NullMarked
package afterorder.aws;
