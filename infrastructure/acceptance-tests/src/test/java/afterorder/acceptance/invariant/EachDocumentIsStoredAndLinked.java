package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.Sha256;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row says was sent is stored, and linked in a mail: confirmations, invoices with delivery notes, what corrects them. Of
 * a row whose mail came back the link is in no mailbox.
 */
final class EachDocumentIsStoredAndLinked implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        Set<String> hashes = world.mails().stream()
                .flatMap(mail -> mail.links().stream())
                .map(link -> HexFormat.of().formatHex(Sha256.of(link.substring(link.lastIndexOf('/') + 1))))
                .collect(Collectors.toSet());
        Set<String> linked = world.parts("link")
                .filter(link -> hashes.contains(link.key()))
                .map(link -> link.at("/target/objectKey"))
                .collect(Collectors.toSet());
        return world.rows().stream().flatMap(row -> sent(row)
                .flatMap(number -> Stream.concat(
                        missing(number, world.documents(), "is not stored"),
                        row.hasMailThatCameBack() ? Stream.empty() : missing(number, linked, "is linked in no mail")))
                .map(found -> row.key() + ": " + found));
    }

    /** The numbers that a row sent. */
    private static Stream<String> sent(WorldRow row) {
        return Stream.of("/confirmation", "/billing", "/issue", "/performance/issue")
                .filter(place -> !row.at(place + "/sentAt").isEmpty())
                .flatMap(place -> Stream.of("/number", "/invoiceNumber", "/deliveryNoteNumber")
                        .map(number -> row.at(place + number)))
                .filter(number -> !number.isEmpty());
    }

    /** @param document its order and number */
    private static Stream<String> missing(String document, Set<String> keys, String problem) {
        boolean isThere = keys.stream().anyMatch(key -> key.endsWith("/" + document + ".pdf"));
        return isThere ? Stream.empty() : Stream.of(document + " was sent and " + problem);
    }
}
