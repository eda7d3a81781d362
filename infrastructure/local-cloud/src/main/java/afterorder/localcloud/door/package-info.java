/** What the sandboxes beside the local cloud have in common: what they are told, and how they keep it. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.door;
