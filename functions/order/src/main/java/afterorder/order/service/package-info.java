/** Services after their order: commissioned, contacted, agreed on, performed, signed off (S12 to S17, S26). */
@org.jspecify.annotations.NullMarked
package afterorder.order.service;
