package afterorder.localcloud.edge;

import java.util.Map;

/** An AWS service of ours that speaks the query protocol: {@code Action=...&Name=value} in, XML out. */
public interface QueryService {

    /** The XML namespace of the answers, with the API's version. */
    String namespace();

    /**
     * @return the content of {@code <ActionResult>}, as XML
     * @throws AwsError what the service answers instead; an action that it does not know is {@code InvalidAction}
     */
    String call(String action, Map<String, String> parameters);
}
