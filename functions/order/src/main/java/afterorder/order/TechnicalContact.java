package afterorder.order;

/**
 * Who is registered with the vendor for the licenses (S36, S37).
 *
 * @param atlassianAccount whether the customer said that this address has an Atlassian account; the vendor's answer decides
 */
public record TechnicalContact(String name, Email email, boolean atlassianAccount) {}
