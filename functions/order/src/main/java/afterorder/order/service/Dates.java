package afterorder.order.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was proposed and agreed about the dates of an engagement (S16).
 *
 * @param proposals the latest ones, the oldest first; one of them at most is open
 * @param appointments in the order of their numbers
 */
public record Dates(List<Proposal> proposals, List<Appointment> appointments) {
    static final Dates NONE = new Dates(List.of(), List.of());

    /** So that no row grows without end. */
    private static final int MOST_PROPOSALS = 10;

    public Dates {
        proposals = List.copyOf(proposals.subList(Math.max(0, proposals.size() - MOST_PROPOSALS), proposals.size()));
        appointments = List.copyOf(appointments);
    }

    public Optional<Proposal> open() {
        return proposals.stream().filter(Proposal::isOpen).findAny();
    }

    public Optional<Proposal> proposal(int number) {
        return proposals.stream()
                .filter(proposal -> proposal.number() == number)
                .findAny();
    }

    public Optional<Appointment> appointment(int number) {
        return appointments.stream()
                .filter(appointment -> appointment.number() == number)
                .findAny();
    }

    /** Those that are still to take place. */
    public Stream<Appointment> ahead(Instant now) {
        return appointments.stream().filter(appointment -> appointment.isAhead(now));
    }

    int nextProposal() {
        return proposals.isEmpty() ? 1 : proposals.getLast().number() + 1;
    }

    /** One that was open before is replaced by it. */
    Dates with(Proposal added) {
        Proposal.Answer replaced = new Proposal.Answer(Proposal.Outcome.REPLACED, added.at(), null, null);
        Stream<Proposal> before =
                proposals.stream().map(proposal -> proposal.isOpen() ? proposal.answered(replaced) : proposal);
        return new Dates(Stream.concat(before, Stream.of(added)).toList(), appointments);
    }

    Dates answered(Proposal answered) {
        return new Dates(
                proposals.stream()
                        .map(proposal -> proposal.number() == answered.number() ? answered : proposal)
                        .toList(),
                appointments);
    }

    /** A new appointment, or one as it is now. */
    Dates with(Appointment changed) {
        Stream<Appointment> others =
                appointments.stream().filter(appointment -> appointment.number() < changed.number());
        Stream<Appointment> later =
                appointments.stream().filter(appointment -> appointment.number() > changed.number());
        return new Dates(
                proposals,
                Stream.of(others, Stream.of(changed), later)
                        .flatMap(appointment -> appointment)
                        .toList());
    }
}
