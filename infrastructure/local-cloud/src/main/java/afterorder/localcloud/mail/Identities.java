package afterorder.localcloud.mail;

import afterorder.localcloud.edge.Answer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses and domains from which SES sends. */
final class Identities {
    private final Set<String> verified = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    Identities(Collection<String> verified) {
        this.verified.addAll(verified);
    }

    boolean covers(String address) {
        return covering(address).isPresent();
    }

    /** An address is verified by itself, by its domain, or by a domain above that. */
    Optional<String> covering(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        Stream<String> domains =
                Stream.iterate(domain, each -> each.contains("."), each -> each.substring(each.indexOf('.') + 1));
        return Stream.concat(Stream.of(address), domains)
                .filter(verified::contains)
                .findFirst();
    }

    /** Who would have to click on a link in a mail from AWS is not here, so it is verified at once. */
    void verify(String address) {
        verified.add(address);
    }

    /** The result of {@code ListIdentities}. */
    String list() {
        return verified.stream()
                .map(identity -> "<member>" + Answer.escape(identity) + "</member>")
                .collect(Collectors.joining("", "<Identities>", "</Identities>"));
    }

    /** The result of {@code GetIdentityVerificationAttributes}. */
    String attributes(Map<String, String> parameters) {
        List<String> asked = Mailing.members(parameters, "Identities");
        return asked.stream()
                .filter(verified::contains)
                .map(identity -> "<entry><key>" + Answer.escape(identity)
                        + "</key><value><VerificationStatus>Success</VerificationStatus></value></entry>")
                .collect(Collectors.joining("", "<VerificationAttributes>", "</VerificationAttributes>"));
    }
}
