package afterorder.documents.wording;

/** Something said under a name: "Order", "7K3M9X2Q4T8WZ". */
public record Fact(String name, String value) {}
