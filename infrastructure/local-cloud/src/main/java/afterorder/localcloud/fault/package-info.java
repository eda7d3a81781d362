/**
 * What goes wrong on purpose: rules that strike calls of AWS and deliveries of triggers, and worlds whose guarantees are
 * broken, so that what must hold can be seen to hold, and what checks it be seen to notice.
 */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.fault;
