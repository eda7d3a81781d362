package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.order.service.Appointment;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.service.Proposal;
import afterorder.order.service.Side;
import afterorder.scheduling.Form.Kind;
import afterorder.scheduling.Form.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer can answer. Each form carries the number of what it is about, so that an old page answers nothing newer. */
final class CustomerForms {
    private final PageTexts texts;
    private final Moments moments;
    private final SentForm sent;
    private final EngagementRow row;
    private final Instant now;

    /** @param sent what was wrong, if anything */
    CustomerForms(PageTexts texts, Moments moments, SentForm sent, EngagementRow row, Instant now) {
        this.texts = texts;
        this.moments = moments;
        this.sent = sent;
        this.row = row;
        this.now = now;
    }

    /** About dates. */
    List<Form> dates() {
        if (row.status() != Status.CONTACTED) return List.of();
        List<Form> forms = new ArrayList<>();
        Optional<Proposal> open = row.dates().open();
        open.filter(proposal -> proposal.by() == Side.TEAM).ifPresent(proposal -> {
            forms.add(form("accept", proposal.number())
                    .choice(Kind.RADIO, "slot", "", TeamForms.slots(proposal.slots(), moments))
                    .form(true));
            forms.add(form("decline", proposal.number())
                    .required(Kind.WORDS, "reason")
                    .form(false));
        });
        forms.add(proposal(open));
        return forms;
    }

    private Form proposal(Optional<Proposal> open) {
        FormWriter form = form("propose", open.map(Proposal::number).orElse(0))
                .in(moments.zone())
                .slots(CustomerWishes.MOST_SLOTS);
        Optional<Integer> moves = open.map(Proposal::moves);
        if (moves.isPresent()) return form.hidden("moves", moves.get()).form(false);
        List<Appointment> ahead = row.dates().ahead(now).toList();
        if (open.isEmpty() && !ahead.isEmpty()) form.choice(Kind.CHOICE, "moves", "", moves(ahead));
        return form.form(false);
    }

    private List<Option> moves(List<Appointment> ahead) {
        List<Option> moves = new ArrayList<>();
        ahead.forEach(appointment -> moves.add(new Option(
                "" + appointment.number(), texts.text("moves.appointment", moments.slot(appointment.slot())))));
        moves.add(new Option("", texts.text("moves.none")));
        return moves;
    }

    /** About the performance record. */
    List<Form> record() {
        if (row.status() != Status.CLOSED || !row.isRecordSent()) return List.of();
        String number = row.performance().issue().number();
        return List.of(
                form("sign-off", number).required(Kind.TEXT, "name").form(true),
                form("object", number).required(Kind.WORDS, "reason").form(false));
    }

    private FormWriter form(String action, Object target) {
        return new FormWriter(texts, Side.CUSTOMER, sent, action, target);
    }
}
