/** SNS as far as the template uses it: topics that hand what is published on to queues. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.topic;
