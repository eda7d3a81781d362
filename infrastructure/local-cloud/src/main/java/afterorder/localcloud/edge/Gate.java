package afterorder.localcloud.edge;

/** Decides whether somebody may make a call, before the service sees it. */
public interface Gate {

    /** Lets everybody do everything. */
    Gate OPEN = (call, sent) -> {};

    /** @throws AwsError the denial, as the service words it */
    void check(Call call, Sent sent);
}
