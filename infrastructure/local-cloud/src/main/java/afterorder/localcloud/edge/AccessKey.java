package afterorder.localcloud.edge;

/** What a caller signs with: the values of {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}. */
public record AccessKey(String id, String secret) {

    @Override
    public String toString() {
        return id;
    }
}
