/** The pages for people: what the local cloud holds and did, as HTML. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.page;
