package afterorder.order.intake;

/** One place of a posted order that is not as it must be. @param pointer JSON pointer (RFC 6901); empty: the whole body */
public record Violation(String pointer, String detail) {}
