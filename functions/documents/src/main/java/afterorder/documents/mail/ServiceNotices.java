package afterorder.documents.mail;

import afterorder.order.notice.ServiceNotice;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Teams;
import java.net.URI;

/** The mails about services, to both sides. */
final class ServiceNotices {
    private final Seller seller;
    private final Teams teams;
    private final DateNotices dates;
    private final EngagementNotices customer;
    private final TeamNotices team;

    ServiceNotices(Seller seller, Catalog catalog, Teams teams) {
        this.seller = seller;
        this.teams = teams;
        ServiceDrafts drafts = new ServiceDrafts(seller, catalog);
        this.dates = new DateNotices(drafts, new Invitations(seller, catalog));
        this.customer = new EngagementNotices(drafts);
        this.team = new TeamNotices(drafts);
    }

    /** @param page the reader's own of the engagement */
    Mail of(ServiceNotice notice, Matter matter, URI page) {
        Engaged engaged =
                Engaged.of(matter, seller, teams.team(matter.engagement().team()));
        return switch (notice) {
            case ServiceNotice.EngagementTask() -> team.task(engaged, page);
            case ServiceNotice.ContactReminder() -> team.contactReminder(engaged, page);
            case ServiceNotice.ContactEscalation() -> team.contactEscalation(engaged, page);
            case ServiceNotice.EngagementIdle(ServiceNotice.Awaited awaited) -> team.idle(awaited, engaged, page);
            case ServiceNotice.DatesProposed(int proposal) -> dates.proposed(proposal, engaged, page);
            case ServiceNotice.ProposalReminder(int proposal) -> dates.reminder(proposal, engaged, page);
            case ServiceNotice.ProposalAnswered(int proposal) -> team.answered(proposal, engaged, page);
            case ServiceNotice.ProposalDeclined(int proposal) -> dates.declined(proposal, engaged, page);
            case ServiceNotice.CustomerInvited(int appointment, int sequence) ->
                dates.customerInvited(appointment, engaged, page);
            case ServiceNotice.OwnerInvited(int appointment, int sequence) ->
                dates.ownerInvited(appointment, engaged, page);
            case ServiceNotice.DetailsAgreed() -> customer.details(engaged, page);
            case ServiceNotice.SignOffReminder() -> customer.signOffReminder(engaged, page);
            case ServiceNotice.SignedOff() -> team.signedOff(engaged, page);
            case ServiceNotice.Objected(String record, String reason) -> team.objected(record, reason, engaged, page);
            case ServiceNotice.ServicesCalledOff() -> customer.calledOff(engaged);
        };
    }
}
