/** Secrets Manager: tells a function the secrets that the template makes. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.secret;
