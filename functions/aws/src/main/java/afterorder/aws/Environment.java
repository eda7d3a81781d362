package afterorder.aws;

import java.util.Map;

/** The environment variables that the template gives a function. */
public record Environment(Map<String, String> variables) {

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** @throws IllegalStateException when the template does not set it */
    public String get(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    /** May be empty, and is then as good as absent. */
    public String orEmpty(String name) {
        return variables.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(get(name));
    }
}
