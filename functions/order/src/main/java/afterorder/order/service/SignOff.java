package afterorder.order.service;

import java.time.Instant;

/** That the customer agreed to a performance record. @param by as the one wrote it who did */
public record SignOff(String by, Instant at) {}
