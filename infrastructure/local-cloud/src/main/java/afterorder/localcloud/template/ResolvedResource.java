package afterorder.localcloud.template;

/** A resource that the template makes, its properties resolved, and how to refer to it. */
record ResolvedResource(Declaration declaration, Value.Fields fields, References references, Problems problems) {

    String logicalId() {
        return declaration.logicalId();
    }

    int line() {
        return declaration.line();
    }

    boolean is(String type) {
        return declaration.type().equals(type);
    }

    Properties properties() {
        return new Properties(logicalId(), fields, problems);
    }

    String name() {
        return attribute(References.REF);
    }

    /** Empty when the type has no such attribute. */
    String attribute(String attribute) {
        return references.value(logicalId(), attribute).orElse("");
    }
}
