/** The queues of the template: ElasticMQ on moved time, kept in a database file. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.queue;
