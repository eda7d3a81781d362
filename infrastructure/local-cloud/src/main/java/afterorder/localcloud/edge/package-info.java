/** The one port of the local cloud: who calls, which service answers, and the one place that every call passes. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.edge;
