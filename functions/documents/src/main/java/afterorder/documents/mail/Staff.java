package afterorder.documents.mail;

import afterorder.order.Email;
import afterorder.order.Language;

/** Who of the reseller's staff is written to, and in which language. */
public record Staff(Email email, Email lead, Language language) {}
