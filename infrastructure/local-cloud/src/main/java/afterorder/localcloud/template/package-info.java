/** Reads {@code template.yaml} as CloudFormation and SAM do, and refuses by name and line what the local cloud does not know. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.template;
