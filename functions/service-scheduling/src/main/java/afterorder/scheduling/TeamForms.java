package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.order.service.Appointment;
import afterorder.order.service.Contact.Channel;
import afterorder.order.service.Details;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.service.Person;
import afterorder.order.service.Proposal;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import afterorder.order.settings.Team;
import afterorder.scheduling.Form.Kind;
import afterorder.scheduling.Form.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a team can do about an engagement as it stands; what comes next is unfolded. */
final class TeamForms {
    /** Of the five that are possible. */
    private static final int SLOTS = 3;

    private final PageTexts texts;
    private final Moments moments;
    private final SentForm sent;
    private final Team team;
    private final EngagementRow row;
    private final Instant now;

    /** @param sent what was wrong, if anything */
    TeamForms(PageTexts texts, Moments moments, SentForm sent, Team team, EngagementRow row, Instant now) {
        this.texts = texts;
        this.moments = moments;
        this.sent = sent;
        this.team = team;
        this.row = row;
        this.now = now;
    }

    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        if (row.progress().isParked()) forms.add(form("retry", "").form(true));
        boolean isContacted = row.status() == Status.CONTACTED;
        if (isContacted) forms.addAll(answers());
        if (row.commissioning() != null && !row.status().isEnd()) {
            forms.add(contact());
            forms.add(owner());
        }
        if (isContacted) {
            forms.add(proposal());
            ahead().forEach(appointment -> forms.add(appointmentOff(appointment)));
            forms.add(details());
            forms.add(work());
            if (!row.performance().entries().isEmpty()) {
                forms.add(withdrawal());
                forms.add(form("close", "").form(false));
            }
        }
        boolean mayEnd = row.status() != Status.CLOSED && !row.status().isEnd();
        if (mayEnd) forms.add(form("off", "").required(Kind.WORDS, "reason").form(false));
        return forms;
    }

    /** To what the customer proposed. */
    private List<Form> answers() {
        Optional<Proposal> open = row.dates().open().filter(proposal -> proposal.by() == Side.CUSTOMER);
        if (open.isEmpty()) return List.of();
        int number = open.get().number();
        return List.of(
                form("accept", number)
                        .choice(Kind.RADIO, "slot", "", slots(open.get().slots(), moments))
                        .form(true),
                form("decline", number).required(Kind.WORDS, "reason").form(false));
    }

    static List<Option> slots(List<Slot> slots, Moments moments) {
        return IntStream.range(0, slots.size())
                .mapToObj(index -> new Option("" + (index + 1), moments.full(slots.get(index))))
                .toList();
    }

    private Form contact() {
        return withMember(form("contact", "").in(moments.zone()))
                .choice(Kind.CHOICE, "channel", Channel.PHONE.code(), channels())
                .optional(Kind.TIME, "at")
                .optional(Kind.WORDS, "note")
                .form(row.status() == Status.COMMISSIONED);
    }

    private List<Option> channels() {
        return Stream.of(Channel.values())
                .map(channel -> new Option(channel.code(), texts.text("channel." + channel.code())))
                .toList();
    }

    private Form owner() {
        return withMember(form("owner", "")).form(row.agreement().owner() == null);
    }

    private Form proposal() {
        FormWriter form = form("propose", "")
                .in(moments.zone())
                .slots(SLOTS)
                .optional(Kind.TEXT, "place")
                .optional(Kind.LINK, "meeting");
        List<Option> moves = new ArrayList<>(List.of(new Option("", texts.text("moves.none"))));
        ahead().forEach(appointment -> moves.add(new Option(
                "" + appointment.number(), texts.text("moves.appointment", moments.slot(appointment.slot())))));
        if (moves.size() > 1) form.choice(Kind.CHOICE, "moves", "", moves);
        boolean isNext =
                row.dates().proposals().isEmpty() && row.performance().entries().isEmpty();
        return form.form(isNext);
    }

    private Form appointmentOff(Appointment appointment) {
        return form("appointment-off", appointment.number())
                .required(Kind.WORDS, "reason")
                .form(false);
    }

    private Form details() {
        Optional<Details> known = Optional.ofNullable(row.agreement().details());
        return withMember(form("details", ""))
                .optional(Kind.WORDS, "goal", known.map(Details::goal).orElse(""))
                .optional(Kind.WORDS, "place", known.map(Details::place).orElse(""))
                .optional(
                        Kind.WORDS,
                        "participants",
                        known.map(Details::participants).orElse(""))
                .optional(
                        Kind.WORDS,
                        "prerequisites",
                        known.map(Details::prerequisites).orElse(""))
                .optional(Kind.WORDS, "remarks", known.map(Details::remarks).orElse(""))
                .form(false);
    }

    private Form work() {
        return withMember(form("work", "").in(moments.zone()))
                .slot()
                .required(Kind.WORDS, "what")
                .form(false);
    }

    private Form withdrawal() {
        List<Option> entries = row.performance().entries().stream()
                .map(entry -> new Option(
                        "" + entry.number(), entry.number() + ": " + moments.stretch(entry.from(), entry.to())))
                .toList();
        return form("withdraw", "").choice(Kind.CHOICE, "target", "", entries).form(false);
    }

    private FormWriter withMember(FormWriter form) {
        List<Option> members = team.members().stream()
                .map(member -> new Option(member.email().address(), member.name()))
                .toList();
        String owner = Optional.ofNullable(row.agreement().owner())
                .map(Person::email)
                .map(Objects::toString)
                .orElse("");
        return form.choice(Kind.CHOICE, "member", owner, members);
    }

    private List<Appointment> ahead() {
        return row.dates().ahead(now).toList();
    }

    private FormWriter form(String action, Object target) {
        return new FormWriter(texts, Side.TEAM, sent, action, target);
    }
}
