package afterorder.order.service;

import afterorder.order.Language;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something cannot be done about an engagement, in each language. */
public enum Obstacle {
    NOT_COMMISSIONED(false, "the services are not commissioned yet", "die Leistungen sind noch nicht beauftragt"),
    NOT_CONTACTED(false, "the customer was not contacted yet", "der Kunde wurde noch nicht kontaktiert"),
    NO_OWNER(false, "nobody has taken it over yet", "noch niemand hat den Auftrag übernommen"),
    ENDED(false, "it has ended", "der Auftrag ist beendet"),
    CLOSED(false, "the work is closed", "die Arbeit ist abgeschlossen"),
    COMMISSIONED(false, "the services are commissioned already", "die Leistungen sind bereits beauftragt"),
    APPOINTMENTS_AHEAD(false, "appointments are still ahead", "es stehen noch Termine an"),
    PROPOSAL_OPEN(false, "dates that were proposed wait for an answer", "ein Terminvorschlag wartet auf Antwort"),
    NO_WORK(false, "no work is entered", "es sind keine Leistungen erfasst"),
    TOO_MANY(false, "there are too many of them", "es sind zu viele"),
    UNKNOWN_PROPOSAL(false, "there is no such proposal", "diesen Vorschlag gibt es nicht"),
    UNKNOWN_APPOINTMENT(false, "there is no such appointment", "diesen Termin gibt es nicht"),
    UNKNOWN_ENTRY(false, "there is no such entry", "diesen Eintrag gibt es nicht"),
    OWN_PROPOSAL(false, "the other side answers the proposal", "den Vorschlag beantwortet die andere Seite"),
    ANSWERED(false, "the proposal is answered already", "der Vorschlag ist bereits beantwortet"),
    REPLACED(
            false,
            "another proposal was made in its place",
            "an die Stelle dieses Vorschlags ist ein anderer getreten"),
    APPOINTMENT_PAST(false, "the appointment is over", "der Termin ist vorbei"),
    NO_RECORD(
            false,
            "there is no such performance record to sign off",
            "diesen Leistungsnachweis gibt es nicht zur Freigabe"),
    SLOT_TAKEN(
            false,
            "that time has just been taken by another appointment",
            "diese Zeit ist inzwischen durch einen anderen Termin belegt"),
    NOT_A_MEMBER(true, "must be somebody of the team", "muss jemand aus dem Team sein"),
    CONTACT_TIME(
            true,
            "must be after the commissioning, and not ahead",
            "muss nach der Beauftragung und darf nicht in der Zukunft liegen"),
    UNKNOWN_SLOT(true, "must be one of the dates that were proposed", "muss einer der vorgeschlagenen Termine sein"),
    SLOT_PAST(true, "must be ahead", "muss in der Zukunft liegen"),
    SLOT_FAR(true, "must be within a year", "muss innerhalb eines Jahres liegen"),
    SLOT_LENGTH(
            true,
            "must take 15 minutes at least, and end on its day",
            "muss mindestens 15 Minuten dauern und am selben Tag enden"),
    SLOT_OUTSIDE_HOURS(true, "must be within the team's working hours", "muss in den Arbeitszeiten des Teams liegen"),
    WORK_TIME(
            true,
            "must end after it begins, on the same day, and not be ahead",
            "muss nach dem Beginn am selben Tag enden und darf nicht in der Zukunft liegen"),
    WORK_OVERLAPS(
            true, "overlaps with other work of that person", "überschneidet sich mit anderer Arbeit dieser Person");

    private final boolean isWrongInput;
    private final String english;
    private final String german;

    Obstacle(boolean isWrongInput, String english, String german) {
        this.isWrongInput = isWrongInput;
        this.english = english;
        this.german = german;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what was sent is wrong, and not only the time for it. */
    public boolean isWrongInput() {
        return isWrongInput;
    }

    public String in(Language language) {
        return switch (language) {
            case DE -> german;
            case EN -> english;
        };
    }
}
