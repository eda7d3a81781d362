package afterorder.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What there is to say about work that does not go on, in each language: why a row is parked, and what a line lacks. */
public enum Phrase {
    CONFIRMATION_UNSENT(
            "the confirmation could not be sent in %s attempts",
            "die Bestätigung ließ sich in %s Versuchen nicht versenden"),
    CONFIRMATION_MAIL_REFUSED(
            "the confirmation's mail was refused: %s", "die E-Mail mit der Bestätigung wurde abgelehnt: %s"),
    INVOICE_MAIL_REFUSED("the invoice's mail was refused: %s", "die E-Mail mit der Rechnung wurde abgelehnt: %s"),
    RECORD_MAIL_REFUSED(
            "the performance record's mail was refused: %s",
            "die E-Mail mit dem Leistungsnachweis wurde abgelehnt: %s"),
    MAIL_REFUSED("refused: %s", "abgelehnt: %s"),
    MAIL_BOUNCED("came back: %s", "kam zurück: %s"),
    MAIL_COMPLAINED("its reader marked it as spam: %s", "wurde als Spam gemeldet: %s"),
    MAIL_REJECTED("not sent on: %s", "nicht weitergeleitet: %s"),
    MAIL_UNSENT("could not be sent in %s attempts", "ließ sich in %s Versuchen nicht versenden"),
    STUCK("did not get on in %s attempts", "kam in %s Versuchen nicht weiter"),
    WORKFLOW_FAILED("the workflow failed: %s", "der Arbeitsablauf ist gescheitert: %s"),

    /** The last two facts are the reason in German and in English. */
    VAT_ID_INVALID("the VAT ID %1$s is not valid: %3$s", "die USt-IdNr. %1$s ist ungültig: %2$s"),
    VAT_ID_MISMATCH(
            "the VAT ID %s is valid, but its holder's name does not agree with the customer's (%s)",
            "die USt-IdNr. %s ist gültig, aber der Name ihres Inhabers stimmt nicht mit dem des Kunden überein (%s)"),
    VAT_ID_UNCHECKED(
            "the VAT ID could not be checked for a day: %s", "die USt-IdNr. ließ sich einen Tag lang nicht prüfen: %s"),
    VAT_ID_NOT_ASSIGNED("it is not assigned to anybody", "sie ist nicht vergeben"),
    VAT_ID_NOT_YET("it is valid from %s on only", "sie ist erst ab dem %s gültig"),
    VAT_ID_NO_LONGER("it was valid until %s", "sie war nur bis zum %s gültig"),
    VAT_ID_MALFORMED("it has a wrong form", "sie hat eine falsche Form"),

    VENDOR_SILENT(
            "the vendor has not said for a day whether it sold",
            "der Hersteller hat einen Tag lang nicht gesagt, ob er verkauft hat"),
    REFUSED_BY_VENDOR("refused by the vendor: %s", "vom Hersteller abgelehnt: %s"),
    ORDER_MALFORMED(
            "refused by the vendor: the order is not well-formed: %s",
            "vom Hersteller abgelehnt: Die Bestellung hat eine falsche Form: %s"),
    ORDER_TOO_LARGE(
            "refused by the vendor: the order is too large", "vom Hersteller abgelehnt: Die Bestellung ist zu groß"),
    ORDER_UNKNOWN(
            "the vendor has no order %s, which the desk entered",
            "der Hersteller hat keine Bestellung %s, wie sie eingetragen wurde"),
    REFERENCE_TAKEN(
            "the vendor has another order under the reference %s",
            "der Hersteller hat unter der Referenz %s eine andere Bestellung"),
    NO_LONGER_SOLD("the vendor no longer sells it", "der Hersteller verkauft das nicht mehr"),
    DEVIATING("sold otherwise than ordered", "anders verkauft als bestellt"),
    REST("not sold with purchase-%s", "mit Kauf %s nicht verkauft"),

    /** The last two facts are the reason in German and in English. */
    LINE_NO_LONGER_SOLD(
            "line %1$s: %2$s is not sold from %3$s on: %5$s",
            "Position %1$s: %2$s wird ab %3$s nicht mehr verkauft: %4$s"),
    LINE_QUANTITY("line %s: ordered %s, sold %s", "Position %s: bestellt %s, verkauft %s"),
    LINE_PRODUCT("line %s: ordered %s (%s), sold %s (%s)", "Position %s: bestellt %s (%s), verkauft %s (%s)"),
    LINE_USERS("line %s: ordered for %s users, sold for %s", "Position %s: bestellt für %s Benutzer, verkauft für %s"),
    LINE_TERM(
            "line %s: ordered for %s months, sold from %s to %s",
            "Position %s: bestellt für %s Monate, verkauft vom %s bis zum %s"),
    LINE_RENEWAL(
            "line %s: ordered the renewal of %s, sold %s",
            "Position %s: bestellt die Verlängerung von %s, verkauft %s"),
    LINE_UPGRADE(
            "line %s: ordered the upgrade of %s, sold %s", "Position %s: bestellt das Upgrade von %s, verkauft %s"),
    LINE_WITHOUT_KEY("line %s: sold without SEN and key", "Position %s: verkauft ohne SEN und Schlüssel"),
    LINE_WITHOUT_SITE(
            "line %s: sold without entitlement number and site",
            "Position %s: verkauft ohne Entitlement-Nummer und Site"),
    LINE_NOT_ORDERED(
            "line %s: sold, not ordered: %s × %s (%s) for %s users",
            "Position %s: verkauft, aber nicht bestellt: %s × %s (%s) für %s Benutzer"),
    NOT_ORDERED(
            "sold, not ordered: %s × %s (%s) for %s users",
            "verkauft, aber nicht bestellt: %s × %s (%s) für %s Benutzer"),
    MORE("and %s more", "und %s weitere");

    private final String english;
    private final String german;

    Phrase(String english, String german) {
        this.english = english;
        this.german = german;
    }

    /** @param facts as many as there are places; what is unknown may be null */
    public Statement with(Object... facts) {
        return Statement.of(this, facts);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With places as of {@link String#format}. */
    String text(Language language) {
        return switch (language) {
            case DE -> german;
            case EN -> english;
        };
    }
}
