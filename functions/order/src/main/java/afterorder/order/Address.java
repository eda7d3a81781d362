package afterorder.order;

/** A postal address. @param country ISO 3166-1, two letters */
public record Address(String street, String postalCode, String city, String country) {}
