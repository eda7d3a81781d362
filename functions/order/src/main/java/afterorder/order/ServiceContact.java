package afterorder.order;

import org.jspecify.annotations.Nullable;

/** Whom a team contacts and invites about the services of an order (S14). */
public record ServiceContact(String name, Email email, @Nullable String phone) {}
