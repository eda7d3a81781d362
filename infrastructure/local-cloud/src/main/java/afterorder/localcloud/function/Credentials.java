package afterorder.localcloud.function;

/** An access key of one environment, as a function finds it in its environment variables. */
public record Credentials(String accessKeyId, String secretAccessKey) {

    /** Gives each environment a key of its own, so that the edge sees who calls. */
    @FunctionalInterface
    public interface Issuer {
        Credentials issue(String function, String environment);
    }
}
